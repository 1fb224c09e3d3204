import * as z from 'zod';

// The content security policy allows no code that is made up on the way, and not even the attempt goes unnoticed.
z.config({ jitless: true });
