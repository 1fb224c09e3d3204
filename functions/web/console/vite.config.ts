import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  // The console is served under this path by the same origin as the interface.
  base: '/console/',
  // Settings of tests and other tools do not affect the console.
  envDir: false,
  plugins: [react()],
  build: {
    target: 'es2022',
    // The content security policy allows no `data:` addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    // One page, one file: the first screen needs everything.
    chunkSizeWarningLimit: 1000,
  },
});
