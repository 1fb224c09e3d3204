const surname =
  /(?:son|qvist|kvist|quist|ström|berg|gren|lund|dahl|dal|stedt|mark|blad|fors|holm|löf|lööf|lander|[snlrd]én|lin|ell|man|ius|mann|nen|vic|vić|vič|vich|ski|sky|ska|cki|[aei]v|ov|ova|eva|ez|oğlu|oglu|escu|yan|ian|zadeh|shvili|enko|chuk|wicz|poulos|idis|akis|etti|elli|dóttir|dottir|sen|feldt|hjelm|hielm|crona|krona|skog|rud|stad|vik|wall|vall|heim|hem|näs|lid)$/;

const thing =
  /(?:banken|bolaget|verket|myndigheten|kassan|skolan|kyrkan|föreningen|tidningen|rätten|nämnden|kommunen|byrån|gruppen|avdelningen|centret|center|centrum|huset|hallen|hotellet|sjukhuset|kliniken|mottagningen|gatan|vägen|gränd|torget|gränden|stigen|allén|kajen|parken|platsen|appen|systemet|portalen|tjänsten|kortet|partiet|förbundet|klubben|laget|salen|rummet|tion|ning|ningen|ment|ness|ware|soft|tech|data|base|cloud|pay|shop|book|gram)$/;

/** Whether a word (in small letters) ends as surnames do, in the Nordic countries or elsewhere. */
export function endsLikeSurname(word: string): boolean {
  return word.length > 4 && surname.test(word);
}

/** Whether a word (in small letters) ends as names of authorities, companies, streets and products do. */
export function endsLikeThing(word: string): boolean {
  return thing.test(word);
}

const noun =
  /(?:[a-zåäö]t|[aeourlmn]n|na|[aeo]r|are|ing|ingar|het|else|ande|ende|skap|dom|ans|ens|ity|ance|ence|ure|age|ers?|ies|ps|ts|ks|ds|ms|ls|es)$/;

/**
 * Whether a word (in small letters) ends as nouns do that begin a sentence, in the definite form in Swedish and in the
 * plural in English.
 */
export function endsLikeNoun(word: string): boolean {
  return noun.test(word);
}
