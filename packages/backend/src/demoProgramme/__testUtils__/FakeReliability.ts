type Body = Record<string, any>;

/** A backend that keeps what it is sent, and who sent it. */
export class FakeReliability {
  calls: string[] = [];
  sent = new Map<string, Body>();
  exemptions: Body[] = [];
  campaigns: Body[] = [];
  risks: Body[] = [];
  decisions: Body[] = [];
  waivers: Body[] = [];
  handovers: Body[] = [];
  /** What the load line answers. */
  verdict = 'hold';
  /** Of every service. */
  level = 'gold';
  /** Services that are done in every campaign. */
  done = 2;

  asMachine = async () => this.caller('machine');
  asPerson = async (name: string) => this.caller(name);

  private caller(who: string): any {
    return {
      get: async (path: string) => this.answer(path),
      send: async (method: string, path: string, body: Body) => {
        const call = `${who} ${method} ${path}`;
        this.calls.push(call);
        this.sent.set(call, body);
        return this.take(path, body);
      },
    };
  }

  private answer(path: string): Body {
    const page = (items: Body[]) => ({ items, totalItems: items.length });
    if (path.startsWith('/exemptions?')) return page(this.exemptions);
    if (path.startsWith('/campaigns?')) return page(this.campaigns);
    if (path.startsWith('/risks?')) return page(this.risks);
    if (path.startsWith('/gate/decisions?')) return page(this.decisions);
    if (path.startsWith('/gate/waivers?')) return page(this.waivers);
    if (path.startsWith('/gate/')) return { decision: this.verdict };
    if (path.endsWith('/handovers')) return page(this.handovers);
    if (path.startsWith('/services/')) {
      return { reports: [{ level: { id: this.level } }] };
    }
    throw new Error(path);
  }

  private take(path: string, body: Body): Body {
    const added = (list: Body[], more: Body) => {
      const item = { id: `x${list.length + 1}`, version: 1, ...body, ...more };
      list.push(item);
      return item;
    };
    const decided = /^\/(exemptions|campaigns)\/(\w+)\/decision$/.exec(path);
    if (decided) {
      const list =
        decided[1] === 'exemptions' ? this.exemptions : this.campaigns;
      const item = list.find(({ id }) => id === decided[2])!;
      item.state = body.action === 'end' ? 'ended' : 'decided';
      return item;
    }
    if (path === '/exemptions') {
      return added(this.exemptions, { state: 'requested' });
    }
    if (path === '/campaigns') {
      const totals = { done: this.done };
      return added(this.campaigns, { state: 'draft', totals });
    }
    if (path === '/risks') return added(this.risks, {});
    if (path.endsWith('/decisions')) return added(this.decisions, {});
    if (path.endsWith('/waivers')) return added(this.waivers, {});
    return added(this.handovers, {});
  }
}
