import * as marks from './marks.ts';
import type { WordList } from './lexicon.ts';
import { frequentGivenNames, givenNamesThatAreWords, otherGivenNames } from '../names/given-names.ts';

/** Lists that hold in every language: names, particles and places. */
export const sharedWords: readonly WordList[] = [
  { marks: marks.frequentName, words: frequentGivenNames },
  { marks: marks.givenName, words: otherGivenNames },
  { marks: marks.nameAndWord, words: givenNamesThatAreWords },
  {
    // Frequent names that are read as ordinary words if they are written with a small letter.
    marks: marks.nameOnlyCapital,
    words: `albin ann axel björn britt ebba fanny gun hannes harry inga inger jimmy john karl klara lena lina linda lisa
      maria marina martin mats oliver olle peter sanna signe sven tilde tina tony tuva victor adrian alma angel alan`,
  },
  {
    marks: marks.particle,
    words: `von van der den de af av da dos das di del della du la le el al bin ibn bint abu abd ter ten zu zur und y e
      mac mc o st san`,
  },
  {
    marks: marks.place,
    words: `
      stockholm göteborg malmö uppsala linköping örebro västerås helsingborg norrköping jönköping umeå lund borås huddinge
      eskilstuna gävle södertälje nacka halmstad sundsvall växjö karlstad haninge kristianstad botkyrka kungsbacka luleå
      skellefteå solna järfälla täby kalmar mölndal sollentuna östersund varberg norrtälje trollhättan falun skövde
      nyköping uddevalla borlänge landskrona kungälv motala lidköping karlskrona enköping trelleborg värnamo piteå visby
      gotland skåne blekinge halland småland öland östergötland västergötland sörmland södermanland värmland dalarna
      gästrikland hälsingland medelpad ångermanland jämtland härjedalen västerbotten norrbotten lappland dalsland bohuslän
      uppland närke västmanland kiruna ystad alingsås mora åre sigtuna vallentuna vaxholm lidingö danderyd tyresö nynäshamn
      katrineholm kumla arboga köping sala avesta ludvika hudiksvall bollnäs härnösand örnsköldsvik kramfors sollefteå
      vänersborg lerum partille ängelholm höganäs eslöv lomma staffanstorp kävlinge höör hässleholm ronneby karlshamn
      oskarshamn västervik nybro vetlanda nässjö tranås eksjö ljungby alvesta falkenberg laholm mariestad skara falköping
      södermalm östermalm kungsholmen vasastan hisingen rosengård norrmalm arlanda bromma kista tensta rinkeby
      oslo bergen trondheim stavanger köpenhamn copenhagen aarhus århus odense helsingfors helsinki tammerfors tampere åbo
      turku reykjavik london manchester birmingham liverpool leeds bristol edinburgh glasgow dublin belfast cardiff oxford
      cambridge paris lyon berlin hamburg münchen munich köln frankfurt wien vienna zürich zurich geneva genève bern rom rome
      milano milan madrid barcelona lissabon lisbon amsterdam rotterdam bryssel brussels antwerpen luxemburg prag prague
      warszawa warsaw krakow budapest bukarest bucharest sofia athen aten athens istanbul ankara moskva moscow kiev kyiv riga
      vilnius tallinn beirut damaskus bagdad teheran tehran kabul mogadishu addis kairo cairo jerusalem dubai delhi mumbai
      bangkok peking beijing shanghai tokyo tokio seoul sydney melbourne new-york boston chicago washington houston texas
      california kalifornien florida toronto ottawa mexico
      sverige norge danmark finland island tyskland frankrike spanien italien portugal polen ukraina ryssland estland
      lettland litauen nederländerna belgien schweiz österrike ungern rumänien bulgarien grekland turkiet irak iran syrien
      afghanistan somalia eritrea etiopien kina japan indien pakistan thailand vietnam australien kanada brasilien chile
      storbritannien england skottland irland wales usa europa asien afrika norden skandinavien
      sweden norway denmark iceland germany france spain italy poland ukraine russia estonia latvia lithuania netherlands
      belgium switzerland austria hungary romania bulgaria greece turkey iraq syria ethiopia china india australia canada
      brazil britain scotland ireland europe asia africa scandinavia america
    `,
  },
];
