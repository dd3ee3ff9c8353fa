import { DemoChangePlan } from './learning';
import { DAY, HOUR, spread, timeOf } from './times';

/** How far back deploys of usual days are told. */
const DAYS = 90;
/** Nobody deploys at night. */
const FIRST_HOUR = 8;
const HOURS = 8;

const changeOf = (
  service: string,
  at: number,
  kind: string,
  title: string,
) => ({
  id: `${service}-${at}`,
  entityRef: `component:default/${service}`,
  at: new Date(at).toISOString(),
  kind,
  title,
  url: `https://deploy.kittiwake.example/runs/${service}`,
});

/** Deploys of usual days, and the changes that the story tells; the same every time. */
export function changesOf({ every, marks }: DemoChangePlan, since: number) {
  const today = Math.floor(since / DAY) * DAY;
  const usual = Object.entries(every).flatMap(([service, days]) =>
    Array.from({ length: Math.floor(DAYS / days) }, (_, index) => {
      const seed = `${service} ${index}`;
      const hour = FIRST_HOUR + spread(seed) * HOURS;
      const at = today - (index + 1) * days * DAY + Math.round(hour * HOUR);
      return changeOf(service, at, 'deploy', `${service} ${400 - index}`);
    }),
  );
  const told = marks.map(([service, at, kind, title]) =>
    changeOf(service, timeOf(at, since), kind, title),
  );
  return [...usual, ...told];
}
