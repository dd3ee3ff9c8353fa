import { OncallWindow } from '@plimsoll/backstage-plugin-reliability-common';
import { ShiftAnswer } from './answers';
import { GrafanaClient } from './GrafanaClient';
import { toEntry } from './toDomain';

/** Shifts of one schedule, and how many could not be understood. */
export interface Entries {
  readonly entries: readonly ShiftAnswer[];
  readonly unreadable: number;
}

/** Asks for each schedule once in a read, and keeps it only while others still need it. */
export class ScheduleShifts {
  private readonly uses = new Map<string, number>();
  private readonly kept = new Map<string, Entries>();

  constructor(
    private readonly client: GrafanaClient,
    private readonly window: OncallWindow,
    private readonly signal: AbortSignal,
  ) {}

  /** Says that a schedule will be asked for, once for each call. */
  announce(ids: readonly string[]): void {
    for (const id of ids) this.uses.set(id, (this.uses.get(id) ?? 0) + 1);
  }

  /** @throws ProviderError */
  async of(id: string): Promise<Entries> {
    const left = (this.uses.get(id) ?? 1) - 1;
    this.uses.set(id, left);
    const found = this.kept.get(id) ?? (await this.ask(id));
    if (left > 0) this.kept.set(id, found);
    else this.kept.delete(id);
    return found;
  }

  private async ask(id: string): Promise<Entries> {
    const entries: ShiftAnswer[] = [];
    let unreadable = 0;
    const pages = this.client.finalShifts(id, this.window, this.signal);
    for await (const page of pages) {
      for (const item of page) {
        const entry = toEntry(item);
        if (!entry) unreadable += 1;
        else if (this.touches(entry)) entries.push(entry);
      }
    }
    return { entries, unreadable };
  }

  /** More days were asked for than are wanted. */
  private touches({ shift_start: start, shift_end: end }: ShiftAnswer) {
    return (
      Date.parse(start) < this.window.to && Date.parse(end) > this.window.from
    );
  }
}
