import type * as z from 'zod';
import type { Circumstance, Level } from '../case/vocabulary.ts';
import type { Identifier, IdentifierKind } from '../identifiers/identifier.ts';
import type { Localised } from '../language.ts';

/** The type of a method of proving identity. */
export interface IdentityMethod {
  readonly name: string;
  /** The label of a proof for staff. */
  readonly title: Localised;
  /** How strongly it proves identity (EDPB 01/2022, 58-79). */
  readonly level: Level;
  /**
   * Whether the person enters a code, signs in at another provider, or shows something to staff, who record it; or
   * staff decide that none of these is needed.
   */
  readonly givenBy: 'code' | 'sign-in' | 'staff' | 'decision';
  /** Whether a member of staff, or a register, has confirmed that the proof is this person's. */
  readonly seenTo: boolean;
  /** Whether it also shows, as the first proof of a case, that the address or number in it belongs to the requester. */
  readonly showsAddress: boolean;
  /** Whether it shows a personnummer, which is compared with a held or stated one. */
  readonly showsPersonnummer: boolean;
}

/** A method that a person can be asked to use, if the controller has it. `Setting`: its fields in the description. */
export interface AskedMethod<Setting extends z.core.$ZodLooseShape> extends IdentityMethod {
  /** Its setting under `controllers[].identity` in the organisation's description. */
  readonly setting: Setting;
  /** Whether the controller uses the method. */
  isUsed(setting: SettingOf<Setting>): boolean;
  /**
   * The forms of the method that the person can choose now, no stronger than `needed`; a method that takes days only if
   * it is needed.
   */
  offered(setting: SettingOf<Setting>, person: Person, needed: Level): readonly Offer[];
  /** The forms of the method by which a person who gave no proof may still do so. */
  stillOpen(setting: SettingOf<Setting>, person: Person): readonly Offer[];
  /**
   * In the list of a letter: as a sentence, and as the object of "come back with". `{name}`: the name that the person
   * knows.
   */
  readonly letter: { readonly sentence: Localised; readonly thing: Localised };
  /**
   * On the page of the case: `null` for a code that is sent at once, which has a form of its own; the reason to sign
   * in, and the button, with and without a name; or a text after which the address to write to follows.
   */
  readonly page: null | { readonly why: Localised; readonly go: Localised; readonly goTo: Localised } | Localised;
}

/** A method that begins at another provider, by OpenID Connect. */
export interface SignInMethod<Setting extends z.core.$ZodLooseShape> extends AskedMethod<Setting> {
  readonly givenBy: 'sign-in';
  providers(setting: SettingOf<Setting>): readonly Provider[];
}

export type SettingOf<Setting extends z.core.$ZodLooseShape> = Readonly<z.infer<z.ZodObject<Setting>>>;

/** A method as it is offered; `kind` is its name. */
interface Offer {
  readonly kind: string;
}

/** An OpenID provider at which a person signs in. */
export interface Provider {
  /** The last part of the address where the sign-in begins. */
  readonly id: string;
  /** The name that the person knows. */
  readonly title: Localised | null;
  /** Its place under `identity` in the organisation's description. */
  readonly place: string;
  readonly issuer: string;
  readonly clientId: string;
  /** The name of its secret. */
  readonly secret: string;
  readonly scope: string;
  readonly acr: string | undefined;
  /** Whether the person must use it anew, also on a computer that several people share. */
  readonly isShownAnew: boolean;
  /** Whether an address in a token without `email_verified` counts as verified. */
  readonly verifiesEmail: boolean;
  /** Claims of the ID token, and the kind of identifier in each. */
  readonly claims: readonly { readonly name: string; readonly kind: IdentifierKind }[];
}

/** The facts about the person that decide whether a method is offered. */
export interface Person {
  /** There is no proof of identity yet. */
  readonly isUnproven: boolean;
  /** Their contact point is an e-mail address. */
  readonly hasMail: boolean;
  readonly circumstances: ReadonlySet<Circumstance>;
  /**
   * The number that they stated, if it can receive an SMS in one of the countries (ISO 3166-1) and nobody else reads
   * it.
   */
  numberIn(countries: readonly string[]): Identifier | undefined;
  /** Whether there is an identifier of the kind that a proof can be matched with. */
  has(kind: IdentifierKind): boolean;
}

/**
 * Whether a sign-in there can be matched with an identifier: otherwise it would bring personal data and prove nothing.
 */
export function canMatch({ claims }: Provider, person: Person): boolean {
  return claims.some(({ kind }) => person.has(kind));
}
