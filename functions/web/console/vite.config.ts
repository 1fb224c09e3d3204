import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  // The console is served by the origin of the API, under this path.
  base: '/console/',
  // Vite must not read `.env` files, because they may hold settings of other tools.
  envDir: false,
  plugins: [react()],
  build: {
    target: 'es2022',
    // The content security policy allows `data:` URLs for pictures only, so Vite must not inline other assets.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    // The first page needs nearly all of the JavaScript, so the build makes one large chunk. This limit only avoids a
    // warning of Vite.
    chunkSizeWarningLimit: 1000,
  },
});
