/**
 * Whether the digits satisfy the Luhn rule. The last digit is the check digit. For ten digits the weights are 2, 1, 2,
 * 1, ... from the left.
 */
export function luhn(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return sum % 10 === 0;
}
