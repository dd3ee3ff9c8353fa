import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  CalendarSpan,
  fingerprint,
  KnownRotation,
  oncallCalendar,
  OncallWindow,
  planned,
  PlannedShift,
} from '@plimsoll/backstage-plugin-reliability-common';
import { TextReply } from '../http/TextReply';
import { MaturityService } from '../maturity/MaturityService';
import { OncallReader } from './OncallReader';
import { ReplyPeople } from './ReplyPeople';
import { countingOf } from './rotationView';

const DAY = 24 * 60 * 60 * 1000;
/** Longer than calendars look ahead, and as far as anything is read. */
const AHEAD = 90 * DAY;

/** The shifts of a service for calendar programs. */
export class OncallCalendarService {
  constructor(
    private readonly options: {
      readonly maturity: MaturityService;
      readonly reader: OncallReader;
      readonly now: () => number;
    },
  ) {}

  /** @throws NotFoundError when it is no service, or the caller may not see it */
  async ofService(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<TextReply> {
    const { maturity, reader, now } = this.options;
    const { title } = await maturity.requireVisible(entityRef, credentials);
    const at = now();
    const window = { from: at, to: at + AHEAD };
    const views = (await reader.ofServices([entityRef], window)).views();
    const reply = await reader.people(
      views,
      await reader.hidesPeople(credentials),
    );
    const calendar = oncallCalendar({
      title: `On call for ${title}`,
      name: entityRef,
      at,
      spans: countingOf(views).flatMap(rotation =>
        spansOf(rotation, { window, reply }),
      ),
    });
    const name = entityRef.replace(/[^a-z0-9.-]+/gi, '-');
    return new TextReply(calendar, 'text/calendar', `oncall-${name}.ics`);
  }
}

function spansOf(
  rotation: KnownRotation,
  { window, reply }: { window: OncallWindow; reply: ReplyPeople },
): CalendarSpan[] {
  const seen = new Map<string, number>();
  const whole = wholeOf(rotation);
  return planned(rotation, whole)
    .filter(({ person }) => person !== null)
    .filter(({ start, end }) => end > window.from && start < window.to)
    .map(shift => {
      // Without the person: the id must not tell who it is, nor change when somebody else takes the shift.
      const begin = shift.start === whole.from ? null : shift.start;
      const place = [rotation.id, shift.level, begin, shift.schedule];
      const key = fingerprint(place);
      const count = seen.get(key) ?? 0;
      seen.set(key, count + 1);
      return {
        uid: `${fingerprint([...place, count])}@plimsoll`,
        from: begin ?? rotation.window.from,
        to: shift.end,
        summary: summaryOf(shift, reply),
        description: reply.text(rotation.title),
        ...(rotation.url !== undefined && { url: rotation.url }),
      };
    });
}

/** Up to what is known, from before the first shift began: the id of a shift rests on its beginning. */
function wholeOf({ shifts, window }: KnownRotation): OncallWindow {
  const starts = shifts.flatMap(({ start }) => start ?? []);
  return { from: Math.min(window.from, ...starts) - 1, to: window.to };
}

function summaryOf(
  { person, level, shadow }: PlannedShift,
  reply: ReplyPeople,
): string {
  const name = person && reply.present(person).name;
  const place = level === null ? 'On call' : `Level ${level}`;
  return [
    name === null ? place : name,
    ...(name !== null && level !== null ? [`(level ${level})`] : []),
    ...(shadow ? ['(shadow)'] : []),
  ].join(' ');
}
