import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  // The origin that serves the API also serves the console, under this path.
  base: '/console/',
  // The build does not read `.env` files, so that settings of other tools do not get into the console.
  envDir: false,
  plugins: [react()],
  build: {
    target: 'es2022',
    // The content security policy allows no `data:` URLs, so no asset may be inlined as such a URL.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    // The console is one chunk of JavaScript, because the first page needs nearly all of it. The limit only avoids a
    // warning.
    chunkSizeWarningLimit: 1000,
  },
});
