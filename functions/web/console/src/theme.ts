import { createTheme, type CSSVariablesResolver } from '@mantine/core';

/** Shade 7, `#0b5d4e`, is also the accent colour of the portal and the letters. */
export const theme = createTheme({
  primaryColor: 'fir',
  primaryShade: 7,
  colors: {
    fir: ['#eef6f3', '#dcebe6', '#b7d6cd', '#8fc0b2', '#66a897', '#3f8f7c', '#237764', '#0b5d4e', '#084a3e', '#06382f'],
  },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif',
  defaultRadius: 'md',
  respectReducedMotion: true,
});

/** The default greys and reds of Mantine have too little contrast for text on white, or on a dark page (WCAG 1.4.3). */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-text': '#1d2421',
    '--mantine-color-body': '#ffffff',
    '--mantine-color-dimmed': '#48534d',
    '--mantine-color-placeholder': '#5c6862',
    '--mantine-color-error': '#a01c1c',
    '--mantine-color-default-border': '#8b9690',
  },
  dark: {
    '--mantine-color-text': '#e6ebe8',
    '--mantine-color-body': '#1c2320',
    '--mantine-color-dimmed': '#b3bdb8',
    '--mantine-color-placeholder': '#9aa59f',
    '--mantine-color-error': '#f0a5a0',
    '--mantine-color-default': '#232b28',
    '--mantine-color-default-border': '#85918b',
  },
});
