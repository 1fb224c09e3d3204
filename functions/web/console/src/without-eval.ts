import * as z from 'zod';

// The content security policy forbids generated code, and reports even an attempt.
z.config({ jitless: true });
