import { DemoPagerdutyIncident, DemoTrouble } from './readDemoIncidents';
import { spread } from './times';

const twoDigits = (value: number) => `${Math.floor(value)}`.padStart(2, '0');

/** Alerts come at all hours, and rather when people travel. */
function clockOf(seed: string): string {
  const isNight = spread(`${seed} night`) < 0.25;
  const hour = isNight
    ? 24 + spread(`${seed} hour`) * 6 - 1
    : 6 + spread(`${seed} hour`) * 16;
  const minute = spread(`${seed} minute`) * 60;
  return `${twoDigits(hour % 24)}:${twoDigits(minute)}`;
}

function incidentOf(
  { days, minutes, alone, ...trouble }: DemoTrouble,
  day: number,
  index: number,
): DemoPagerdutyIncident {
  const seed = `${trouble.service} ${trouble.title} ${day} ${index}`;
  const end = Math.max(4, Math.round(minutes * (0.6 + spread(seed))));
  const ack = 1 + Math.floor(spread(`${seed} ack`) * Math.min(8, end - 2));
  const id = `Q${twoDigits(day).padStart(3, '0')}${trouble.service.slice(
    -3,
  )}${Math.floor(spread(seed) * 1000)}`;
  return {
    ...trouble,
    id,
    at: `${day}d ${clockOf(seed)}`,
    end,
    ...(!alone && { ack }),
  };
}

/** What came of the usual troubles, one incident for each day that is named, also if twice; the same every time. */
export const incidentsOf = (
  troubles: readonly DemoTrouble[],
): DemoPagerdutyIncident[] =>
  troubles.flatMap(trouble =>
    trouble.days.map((day, index) => incidentOf(trouble, day, index)),
  );
