/** Loads the library that reads telephone numbers. */
export function numberPlans(): typeof import('libphonenumber-js/max');
