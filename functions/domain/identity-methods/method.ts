import type * as z from 'zod';
import type { Circumstance, Level } from '../case/vocabulary.ts';
import type { Identifier, IdentifierKind } from '../identifiers/identifier.ts';
import type { Localised } from '../language.ts';

/** A method of proving identity. */
export interface IdentityMethod {
  readonly name: string;
  /** The label of a proof in the console. */
  readonly title: Localised;
  /** How strongly the method proves identity (EDPB 01/2022, 58-79). */
  readonly level: Level;
  /**
   * How the proof is given. `code`: the person enters a code. `sign-in`: the person signs in at another provider.
   * `staff`: the person shows something to staff, who record it. `decision`: staff decide that no proof is needed.
   */
  readonly givenBy: 'code' | 'sign-in' | 'staff' | 'decision';
  /** Whether a member of staff or a register has confirmed that the proof is this person's. */
  readonly seenTo: boolean;
  /**
   * Whether the proof, if it is the first of its case, also shows that the e-mail address or telephone number in it is
   * the requester's.
   */
  readonly showsAddress: boolean;
  /**
   * Whether the proof contains a personnummer, which is compared with the number that the person stated or that the
   * organisation holds.
   */
  readonly showsPersonnummer: boolean;
}

/**
 * A method that a person can be asked to use, if the controller uses it. `Setting`: the fields of the method in the
 * organisation's description.
 */
export interface AskedMethod<Setting extends z.core.$ZodLooseShape> extends IdentityMethod {
  /** The fields of the method under `controllers[].identity` in the organisation's description. */
  readonly setting: Setting;
  /** Whether the controller uses the method. */
  isUsed(setting: SettingOf<Setting>): boolean;
  /**
   * The ways to use this method that the person can choose now. A method that takes days is offered only if `needed` is
   * `strong`.
   */
  offered(setting: SettingOf<Setting>, person: Person, needed: Level): readonly Offer[];
  /**
   * The ways to use this method that a letter can name to a person without a proof, or with a proof that is too weak.
   */
  stillOpen(setting: SettingOf<Setting>, person: Person): readonly Offer[];
  /**
   * The text for a list in a letter: as a sentence, and as the object of "come back with". `{name}` stands for the
   * provider's name.
   */
  readonly letter: { readonly sentence: Localised; readonly thing: Localised };
  /**
   * The text on the page of the case. `null`: the method sends a code at once, and the page has a form of its own for
   * it. For a sign-in: the reason to sign in, and the label of the button with and without the provider's name.
   * Otherwise: a text after which the page adds the controller's address.
   */
  readonly page: null | { readonly why: Localised; readonly go: Localised; readonly goTo: Localised } | Localised;
}

/** A method by which the person signs in at another provider, with OpenID Connect. */
export interface SignInMethod<Setting extends z.core.$ZodLooseShape> extends AskedMethod<Setting> {
  readonly givenBy: 'sign-in';
  providers(setting: SettingOf<Setting>): readonly Provider[];
}

export type SettingOf<Setting extends z.core.$ZodLooseShape> = Readonly<z.infer<z.ZodObject<Setting>>>;

/** A method as it is offered to a person. `kind` is the name of the method. */
interface Offer {
  readonly kind: string;
}

/** An OpenID provider at which a person signs in. */
export interface Provider {
  /** The last segment of the path at which the sign-in begins. */
  readonly id: string;
  /** The name under which people know the provider; `null` if the description gives none. */
  readonly title: Localised | null;
  /** The path of the provider under `identity` in the organisation's description. */
  readonly place: string;
  readonly issuer: string;
  readonly clientId: string;
  /** The name of the provider's client secret in Secrets Manager. */
  readonly secret: string;
  readonly scope: string;
  readonly acr: string | undefined;
  /**
   * Whether the person must sign in again at the provider even during a session, because several people may use the
   * computer.
   */
  readonly isShownAnew: boolean;
  /** Whether an address in a token without `email_verified` counts as verified. */
  readonly verifiesEmail: boolean;
  /** The claims of the ID token, and the kind of identifier in each claim. */
  readonly claims: readonly { readonly name: string; readonly kind: IdentifierKind }[];
}

/** The facts about the person that decide whether a method is offered. */
export interface Person {
  /** Whether there is no proof of identity yet. */
  readonly isUnproven: boolean;
  /** Whether the contact point is an e-mail address. */
  readonly hasMail: boolean;
  readonly circumstances: ReadonlySet<Circumstance>;
  /**
   * The telephone number that the person stated, if it can receive an SMS in one of the countries (ISO 3166-1). A
   * number that several people use is left out.
   */
  numberIn(countries: readonly string[]): Identifier | undefined;
  /** Whether the case holds an identifier of the kind, with which a proof can be compared. */
  has(kind: IdentifierKind): boolean;
}

/**
 * Whether a sign-in at the provider can be compared with an identifier of the case. Otherwise the sign-in would add
 * personal data and prove nothing.
 */
export function canMatch({ claims }: Provider, person: Person): boolean {
  return claims.some(({ kind }) => person.has(kind));
}
