throw new TypeError('a setting is missing');
