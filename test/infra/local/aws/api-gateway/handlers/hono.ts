import { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';
import { getCookie, setCookie } from 'hono/cookie';

const app = new Hono();

app.get('/v1/requests/:reference', (context) => {
  setCookie(context, 'seen', 'yes', { httpOnly: true });
  setCookie(context, 'twice', 'yes');
  const { reference } = context.req.param();
  return context.json({ reference, tags: context.req.query('tag'), cookies: getCookie(context) });
});
app.post('/v1/requests', async (context) => context.json(await context.req.parseBody(), 202));
app.get('/v1/bytes', (context) => context.body(new Uint8Array([0, 255, 1]), 200, { 'content-type': 'image/png' }));
app.get('/v1/fault', () => process.exit(1));

export const handler = handle(app);
