/**
 * The library that reads telephone numbers, with the numbering plans of all countries (190 KiB). It is loaded when the
 * first number is read, because most events of a function contain no number. This is a CommonJS module, because
 * `require` can load a module late without making its callers asynchronous.
 */
exports.numberPlans = () => require('libphonenumber-js/max');
