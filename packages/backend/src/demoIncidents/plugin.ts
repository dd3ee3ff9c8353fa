import { createBringer } from '../demoPortal/createBringer';
import { readStory } from '../demoSlos/story';
import { sendBridgeLog } from './bridgeLog';
import { readIncidentFolder } from './readDemoIncidents';
import { seedIncidents } from './seedIncidents';

/**
 * Brings what `demoIncidents.files` tells beyond the tools of the company. What the tools know is told by the stand-ins
 * of `demoOncall`.
 */
export const demoIncidentsPlugin = createBringer({
  name: 'incidents',
  key: 'demoIncidents.files',
  delay: 5,
  async bring(path, { config, discovery, startedAt, ...context }) {
    const since = readStory(config, startedAt)?.since ?? startedAt;
    const file = await readIncidentFolder(path);
    const baseUrl = await discovery.getBaseUrl('reliability');
    const send = () =>
      sendBridgeLog(file.bridge, { baseUrl, since, now: Date.now() });
    await seedIncidents(file, send, { ...context, since });
  },
});
