/** What to look for in a sentence, and what to say about it. */
export interface WordingRule {
  readonly pattern: RegExp;
  readonly message: string;
}

const HINDSIGHT =
  'Tells what did not happen, by what is known today. Write what was seen then, and why it looked right.';
const PEOPLE =
  'Makes a person the cause. Write what the tools and the process let happen, and what would have caught it.';
const CHARACTER =
  'Judges somebody. Write what made this seem the right thing to do at the time.';
const ERROR =
  'With human error the questions begin. Write why it was easy to do, and what would have stopped it.';

/** Roles of people; words that are also names of software, such as operator or manager, are left out. */
const ROLE =
  '(?:engineers?|developers?|on-?call|responders?|administrators?|dbas?|interns?|reviewers?|colleagues?|people|person|author|team|employees?|contractors?)';
const PERSON = `(?<![\\p{L}\\p{N}])(?:he|she|we|you|somebody|someone|whoever|${ROLE}|@[\\w.-]+)`;

/** One capital word may be a product, or only the first of its sentence: it needs a verb that only people do. */
const THINGS =
  'The|This|That|These|Those|It|There|Who|Which|What|Alert|Alerts|Alertmanager|Test|Tests|Check|Checks|Probe|Probes|Dashboard|Dashboards|Users?|Customers?|Clients?|Nobody|Nothing';
const NAME = `\\b(?!(?:${THINGS})\\b)(?![A-Z][a-z]+ing\\b)[A-Z][\\p{Ll}'’-]+`;

const NEVER = "(?: not|n['’]t)";
const PARTICIPLE =
  '(?:\\p{Ll}+ed|been|known|seen|thought|read|told|caught|done|gone|made|taken|found|written|kept|had|run)';
/** What only people do. */
const HUMAN_PARTICIPLE =
  '(?:(?:double-)?checked|known|noticed|seen|asked|looked|thought|realised|realized|remembered|reviewed|understood|told|been more careful|paid|known better)';
const HUMAN_VERB =
  '(?:(?:double-)?check|notice|ask|look|think|realise|realize|remember|review|understand|tell|inform|follow the (?:runbook|process|procedure|checklist))';

const HINDSIGHT_OF_ALL = `(?:should${NEVER}?|ought to) have ${PARTICIPLE}`;
const HINDSIGHT_OF_PEOPLE = `(?:should|could|ought to)${NEVER}? have ${HUMAN_PARTICIPLE}`;

const DEEDS = [
  'failed to',
  'ignored',
  'broke',
  'caused',
  'messed up',
  'screwed up',
  `did${NEVER} (?:bother|care|think)`,
  'made (?:a|the) mistake',
  '(?:is|are|was|were) (?:to blame|at fault|responsible for)',
].join('|');
const HUMAN_DEEDS = [
  `failed to ${HUMAN_VERB}`,
  'messed up',
  'screwed up',
  `did${NEVER} (?:bother|care|think)`,
  'made (?:a|the) mistake',
].join('|');

const insensitive = (pattern: string, message: string): WordingRule => ({
  pattern: new RegExp(`${pattern}(?![\\p{L}\\p{N}])`, 'iu'),
  message,
});
const exact = (pattern: string, message: string): WordingRule => ({
  pattern: new RegExp(`${pattern}(?![\\p{L}\\p{N}])`, 'u'),
  message,
});
const words = (alternatives: readonly string[], message: string) =>
  insensitive(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})`, message);

const ADVERB = '(?: \\p{Ll}+ly| really| just| clearly)?';

const ofPerson = (person: string): WordingRule[] => [
  insensitive(`${person}${ADVERB} ${HINDSIGHT_OF_ALL}`, HINDSIGHT),
  insensitive(`${person}${ADVERB} (?:${DEEDS})`, PEOPLE),
];

/** What is looked for in every postmortem; English. */
export const blameRules: readonly WordingRule[] = [
  ...ofPerson(PERSON),
  insensitive(
    `(?<![\\p{L}\\p{N}])(?:they|${ROLE}|he|she|we|you)${ADVERB} ${HINDSIGHT_OF_PEOPLE}`,
    HINDSIGHT,
  ),
  exact(`${NAME}${ADVERB} ${HINDSIGHT_OF_PEOPLE}`, HINDSIGHT),
  exact(`${NAME}${ADVERB} (?:${HUMAN_DEEDS})`, PEOPLE),
  words(
    [
      'forgot to',
      'neglected to',
      `(?:was|were)${NEVER} paying attention`,
      `did${NEVER} pay attention`,
      `why did${NEVER} (?:you|he|she|they)`,
      'the fault of',
      "(?:his|her|your|their|\\p{L}+['’]s) (?:own )?(?:fault|mistake|negligence)",
      '(?<!git )blam(?:e|ed|es|ing) (?:on|for)',
      'reprimand(?:ed)?',
      'disciplinary',
      'punish(?:ed|ment)?',
    ],
    PEOPLE,
  ),
  words(
    [
      'careless(?:ly|ness)?',
      'negligen(?:t|tly|ce)',
      'incompeten(?:t|ce)',
      'reckless(?:ly|ness)?',
      'sloppy',
      'sloppiness',
      '(?:was|were|too) lazy',
      'laziness',
      'stupid(?:ly|ity)?',
      'idiot(?:s|ic)?',
      'foolish(?:ly)?',
      'unprofessional',
      'rookie mistakes?',
      'lack of (?:attention|care|competence|discipline|diligence)',
      'common sense',
    ],
    CHARACTER,
  ),
  words(
    [
      '(?:human|operator|pilot) errors?',
      'user error(?! (?:rates?|messages?|counts?|logs?|budgets?|pages?))',
      'human (?:mistakes?|failure)',
      'fat[- ]?finger(?:ed|ing)?',
    ],
    ERROR,
  ),
];

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const given = (texts: readonly string[]) =>
  texts.map(text => text.trim()).filter(text => text !== '');

/** Rules for the words that a company avoids; whole words, in any letters. */
export const companyRules = (avoided: readonly string[]): WordingRule[] =>
  given(avoided).map(word =>
    words([escaped(word)], `Your company avoids “${word}” in postmortems.`),
  );

/** Rules for people who are known to have had a part, by full and by first name. */
export function namedRules(names: readonly string[]): WordingRule[] {
  const all = given(names).flatMap(name => [name, name.split(/\s+/)[0]]);
  if (all.length === 0) return [];
  const any = [...new Set(all)].map(escaped).join('|');
  return ofPerson(`(?<![\\p{L}\\p{N}])(?:${any})`);
}
