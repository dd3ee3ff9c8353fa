/** A backend with one incident, one follow-up and one postmortem, which keeps who did what. */
export class FakeReliability {
  calls: string[] = [];
  /** Last body by call. */
  readonly sent = new Map<string, any>();
  isRead = true;
  rejects = false;
  isAnswered = true;
  services = ['component:default/gate'];
  postmortem: any = { exists: false, version: 0, status: 'draft' };
  private edits: object[] = [];
  private followUps: any[] = [];

  asMachine = async () => this.caller('machine');
  asPerson = async (name: string) => this.caller(name);

  private caller(who: string) {
    return {
      get: async (path: string) => this.answer(path),
      send: async (method: string, path: string, body: any): Promise<any> => {
        const call = `${who} ${method} ${path}`;
        this.calls.push(`${call} ${body.status ?? ''}`.trim());
        this.sent.set(call, body);
        return this.take(who, path, body);
      },
    };
  }

  private answer(path: string): any {
    if (!this.isRead) throw new Error('There is no incident');
    if (path.startsWith('/follow-ups?')) return { items: this.followUps };
    if (path.endsWith('/postmortem')) return this.document();
    if (path.startsWith('/services/component/default/gate/checklists/')) {
      const version = this.isAnswered ? 1 : 0;
      return { items: [{ id: 'probes-honest', version }] };
    }
    return {
      services: this.services.map(entityRef => ({ entityRef })),
      edits: this.edits,
      startedAt: '2026-11-20T08:00:00.000Z',
      stamps: { declared: { at: '2026-11-20T08:00:00.000Z' } },
    };
  }

  private document() {
    return {
      ...this.postmortem,
      sections: [
        { id: 'summary', prefilled: 'It was salt.' },
        { id: 'timeline', prefilled: '08:00 declared' },
      ],
    };
  }

  private take(who: string, path: string, body: any): any {
    if (path.endsWith('/import')) {
      const status = this.rejects ? 'rejected' : 'stored';
      return { results: [{ status, reason: 'gate is not a service' }] };
    }
    if (path === '/changes') return { rejected: [] };
    if (path.includes('/postmortem')) {
      this.postmortem = {
        exists: true,
        version: this.postmortem.version + 1,
        status: body.status ?? 'draft',
        updatedBy: `user:default/${who}`,
      };
      return this.document();
    }
    if (path.endsWith('/lesson')) {
      this.followUps[0].lesson = 'l1';
      return {};
    }
    if (path.includes('/follow-ups')) {
      const known = this.followUps[0] ?? { id: 'f1', lesson: null };
      this.followUps = [{ ...known, ...body }];
      return this.followUps[0];
    }
    this.edits = [{}];
    return {};
  }
}
