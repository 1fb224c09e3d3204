import type * as z from 'zod';
import type { Circumstance, Level } from '../case/vocabulary.ts';
import type { Identifier, IdentifierKind } from '../identifiers/identifier.ts';
import type { Localised } from '../language.ts';

/** What every way of showing who asks says of itself. */
export interface IdentityMethod {
  readonly name: string;
  /** What staff read of a proof. */
  readonly title: Localised;
  /** How strongly it proves who asks (EDPB 01/2022, 58-79). */
  readonly level: Level;
  /**
   * Whether the person types a code, signs in at somebody else's, or shows something to staff, who note what it was; or
   * staff decide that nothing of this is needed.
   */
  readonly givenBy: 'code' | 'sign-in' | 'staff' | 'decision';
  /** Whether a member of staff, or a register, has confirmed that the proof is this person's. */
  readonly seenTo: boolean;
  /** Whether it also shows, as the first proof of a case, that the address or number in it belongs to the requester. */
  readonly showsAddress: boolean;
  /** Whether it shows a personnummer, which is compared with the one that we hold or that was stated. */
  readonly showsPersonnummer: boolean;
}

/** A way that a person can be asked to use, where the controller has it. `Setting`: its fields in the description. */
export interface AskedMethod<Setting extends z.core.$ZodLooseShape> extends IdentityMethod {
  /** What stands of it under `controllers[].identity` in the organisation's description. */
  readonly setting: Setting;
  /** Whether the controller has it. */
  isUsed(setting: SettingOf<Setting>): boolean;
  /** What of it the person can choose now, where no more than `needed` is asked for; what takes days only where it is. */
  offered(setting: SettingOf<Setting>, person: Person, needed: Level): readonly Offer[];
  /** What of it somebody of whom no proof came can still come back with. */
  stillOpen(setting: SettingOf<Setting>, person: Person): readonly Offer[];
  /** In the list of a letter: as a sentence, and as what to come back with. `{name}`: what the person knows it as. */
  readonly letter: { readonly sentence: Localised; readonly thing: Localised };
  /**
   * On the page of the case: `null` for a code that is sent at once, which has a form of its own; why to sign in, and the
   * button, without a name and with one; or a text that ends where the address to write to follows.
   */
  readonly page: null | { readonly why: Localised; readonly go: Localised; readonly goTo: Localised } | Localised;
}

/** A way that begins at somebody else's, by OpenID Connect. */
export interface SignInMethod<Setting extends z.core.$ZodLooseShape> extends AskedMethod<Setting> {
  readonly givenBy: 'sign-in';
  providers(setting: SettingOf<Setting>): readonly Provider[];
}

export type SettingOf<Setting extends z.core.$ZodLooseShape> = Readonly<z.infer<z.ZodObject<Setting>>>;

/** A way as it is offered; `kind` is the name of the method. */
interface Offer {
  readonly kind: string;
}

/** Where a person signs in, by OpenID Connect. */
export interface Provider {
  /** The last part of the address where the sign-in begins. */
  readonly id: string;
  /** What the person knows it as. */
  readonly title: Localised | null;
  /** Where it stands under `identity` in the organisation's description. */
  readonly place: string;
  readonly issuer: string;
  readonly clientId: string;
  /** The name of its secret. */
  readonly secret: string;
  readonly scope: string;
  readonly acr: string | undefined;
  /** Whether the person must show it anew, also on a computer that several people use. */
  readonly isShownAnew: boolean;
  /** Whether an address in a token without `email_verified` counts as verified. */
  readonly verifiesEmail: boolean;
  /** Claims of the ID token, and the kind of identifier in each. */
  readonly claims: readonly { readonly name: string; readonly kind: IdentifierKind }[];
}

/** What is known of the person that a way depends on. */
export interface Person {
  /** Nothing has shown yet who asks. */
  readonly isUnproven: boolean;
  /** We write to them by e-mail. */
  readonly hasMail: boolean;
  readonly circumstances: ReadonlySet<Circumstance>;
  /** The number that they stated, where it takes an SMS in one of the countries (ISO 3166-1) and nobody else reads it. */
  numberIn(countries: readonly string[]): Identifier | undefined;
  /** Whether there is an identifier of the kind that a proof can be matched with. */
  has(kind: IdentifierKind): boolean;
}

/** Whether a sign-in there can be matched with something: else it would bring personal data and prove nothing. */
export function canMatch({ claims }: Provider, person: Person): boolean {
  return claims.some(({ kind }) => person.has(kind));
}
