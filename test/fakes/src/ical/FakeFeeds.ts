import { createHash } from 'node:crypto';
import { FakeReply, FakeRequest, FakeVendor } from '../FakeVendor';
import { FakeCalendar, FeedForm, writeFeed } from './writeFeed';

/** A server of calendar feeds: each has an address with a secret in it, and says when nothing has changed. */
export class FakeFeeds extends FakeVendor {
  /** Part of every address. */
  readonly secret: string = 'fake-feed-secret';
  private readonly feeds = new Map<string, string>();

  /** Puts a calendar in, or another one in its place. */
  put(id: string, calendar: FakeCalendar, form: FeedForm = 'google'): void {
    this.putText(id, writeFeed(form, calendar));
  }

  /** Puts a body in as it is. */
  putText(id: string, text: string): void {
    this.feeds.set(id, text);
  }

  remove(id: string): void {
    this.feeds.delete(id);
  }

  /** What a company puts into its configuration. */
  addressOf(id: string, secret: string = this.secret): string {
    return `${this.url}/calendar/${secret}/${encodeURIComponent(
      id,
    )}.ics?key=${secret}`;
  }

  protected authorized({ path, query }: FakeRequest): boolean {
    return (
      path.startsWith(`/calendar/${this.secret}/`) &&
      query.get('key') === this.secret
    );
  }

  protected answer({ path, headers }: FakeRequest): FakeReply {
    const id = /([^/]+)\.ics$/.exec(decodeURIComponent(path))?.[1] ?? '';
    const text = this.feeds.get(id);
    if (text === undefined) return { status: 404, body: 'Not found' };
    const etag = `"${createHash('sha256').update(text).digest('hex')}"`;
    if (headers['if-none-match'] === etag) return { status: 304, body: '' };
    return {
      headers: { 'content-type': 'text/calendar; charset=utf-8', etag },
      body: text,
    };
  }
}
