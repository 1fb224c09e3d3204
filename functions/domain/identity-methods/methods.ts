import * as z from 'zod';
import type { Language } from '../language.ts';
import { documentCheck } from './document-check.ts';
import { eId } from './e-id.ts';
import { emailCode } from './email-code.ts';
import { letterCode } from './letter-code.ts';
import { login } from './login.ts';
import type { IdentityMethod, Provider } from './method.ts';
import { override } from './override.ts';
import { smsCode } from './sms-code.ts';

/** The methods that a person can be asked for, the quickest first. */
export const askedMethods = {
  [emailCode.name]: emailCode,
  [smsCode.name]: smsCode,
  [login.name]: login,
  [eId.name]: eId,
  [letterCode.name]: letterCode,
  [documentCheck.name]: documentCheck,
};

/** Every method of proving identity. */
export const identityMethods = { ...askedMethods, [override.name]: override };

/** The settings of the methods. An override has no setting: it is a decision of staff in a single case. */
export const identityMethodsSchema = z.strictObject({
  ...emailCode.setting,
  ...smsCode.setting,
  ...login.setting,
  ...eId.setting,
  ...letterCode.setting,
  ...documentCheck.setting,
});
/** The settings of a controller's methods. */
export type IdentitySettings = Readonly<z.infer<typeof identityMethodsSchema>>;

type AnyMethod = (typeof identityMethods)[keyof typeof identityMethods];
type AnyAsked = (typeof askedMethods)[keyof typeof askedMethods];

/** The names of the methods, as in events. A stored name must stay readable for ever. */
export const methodSchema = z.enum(Object.values(identityMethods).map(({ name }) => name));
export type Method = AnyMethod['name'];
/** The methods that a person can be asked for. */
export type Asked = AnyAsked['name'];
/** The names of the methods whose proof is given in one of these ways. */
export type MethodGivenBy<Way extends IdentityMethod['givenBy']> = Extract<
  AnyMethod,
  { readonly givenBy: Way }
>['name'];

/** A method of proving identity that the person can choose now. */
export type OfferedMethod = ReturnType<AnyAsked['offered']>[number];

/** The OpenID providers of a controller, with the method of each. */
export function providersOf(
  settings: IdentitySettings,
): readonly (Provider & { readonly method: MethodGivenBy<'sign-in'> })[] {
  return Object.values(askedMethods).flatMap((method) =>
    'providers' in method ? method.providers(settings).map((provider) => ({ ...provider, method: method.name })) : [],
  );
}

/** The label of each method for staff. */
export function titlesOfMethods(language: Language): Readonly<Record<Method, string>>;
export function titlesOfMethods(language: Language): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.values(identityMethods).map(({ name, title }) => [name, title[language]]));
}
