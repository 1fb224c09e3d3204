import * as z from 'zod';

// Stops zod from generating code with `Function`. The content security policy forbids it, and the browser would report
// the attempt.
z.config({ jitless: true });
