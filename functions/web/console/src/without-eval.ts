import * as z from 'zod';

// Keeps zod from generating code. The content security policy forbids generated code, and the browser reports even an
// attempt.
z.config({ jitless: true });
