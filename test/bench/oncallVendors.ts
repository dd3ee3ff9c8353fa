import {
  incidentIo,
  OncallVendor,
  opsgenie,
  pagerduty,
} from '../flows/oncallAccounts';

/** How many rotations each account has, of ten. */
const SHARES = [4, 3, 3];

/** What the stand-ins say when they are asked over the channel of the process. */
export interface VendorsAnswer {
  /** Entries of `reliability.oncall.accounts`. */
  readonly sections?: readonly OncallVendor['section'][];
  /** How annotations name the rotations. */
  readonly rotations?: readonly string[];
  /** Everything that was asked since the last question, by account. */
  readonly requests?: readonly (readonly VendorRequest[])[];
  readonly turned?: true;
}

export interface VendorRequest {
  readonly url: string;
  readonly authorization: string;
}

/**
 * Stand-ins for vendors in a process of their own, so that what they take is not counted. They answer as fast as
 * they can: the limits of vendors would only be waited for.
 */
async function main() {
  const count = Number(process.argv[2]);
  const options = { now: Date.now, limit: undefined };
  const vendors = [
    await pagerduty('pager', options),
    await opsgenie('genie', options),
    await incidentIo('incidents', options),
  ];
  const rotations = vendors.flatMap((vendor, place) =>
    Array.from(
      { length: Math.round((count * SHARES[place]) / 10) },
      (_, index) => vendor.put(index),
    ),
  );
  const say = (answer: VendorsAnswer) => process.send?.(answer);
  process.on('message', (question: string) => {
    if (question === 'requests') {
      say({
        requests: vendors.map(({ fake }) =>
          fake.requests.splice(0).map(({ path, query, headers }) => ({
            url: `${fake.url}${path}?${query}`,
            authorization: headers.authorization ?? '',
          })),
        ),
      });
    }
    if (question === 'turn') {
      vendors.forEach(vendor => vendor.turn());
      say({ turned: true });
    }
  });
  process.on('disconnect', () => process.exit(0));
  say({ sections: vendors.map(({ section }) => section), rotations });
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
