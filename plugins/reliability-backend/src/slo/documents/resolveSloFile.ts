import {
  isChildPath,
  resolveSafeChildPath,
} from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
} from '@backstage/catalog-model';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { dirname, isAbsolute } from 'path';
import { SloDocumentError } from './SloDocumentError';

/** Where a file is. */
export type SloFilePlace =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'file'; readonly path: string };

/** What is known of an entity that names a file. */
export interface SloFileOrigin {
  readonly entityRef: string;
  readonly annotations: Readonly<Record<string, string>>;
}

const ALLOWED =
  'Allowed are a path relative to the entity, such as slo.yaml or ./docs/slo.yaml, and an address that begins with https://';

function locationOf({ entityRef, annotations }: SloFileOrigin): {
  readonly type: string;
  readonly target: string;
} {
  const text =
    annotations[ANNOTATION_SOURCE_LOCATION] ?? annotations[ANNOTATION_LOCATION];
  const [, type, target] = /^([^:]+):(.+)$/.exec(text?.trim() ?? '') ?? [];
  if (target === undefined) {
    throw new SloDocumentError(
      `${entityRef} has no location in the catalog that a relative path could start from. Write an address that begins with https://`,
    );
  }
  return { type, target };
}

function addressOf(file: string): string {
  const url = URL.canParse(file) ? new URL(file) : undefined;
  if (!url || !/^https:\/\//i.test(file)) {
    throw new SloDocumentError(`"${file}" is not an address. ${ALLOWED}`);
  }
  if (url.username || url.password) {
    throw new SloDocumentError(
      'An address must not hold credentials: they would be seen by everybody. The integration of the portal has its own',
    );
  }
  return file;
}

function onDisk(
  target: string,
  file: string,
  folders: readonly string[],
): SloFilePlace {
  if (!isAbsolute(target)) {
    throw new SloDocumentError(
      'The entity comes from a relative path on disk, so that the place of its files is not known',
    );
  }
  const folder = target.endsWith('/') ? target : dirname(target);
  // Whoever writes an entity chooses its annotations, and so this folder too.
  if (!folders.some(allowed => isChildPath(allowed, folder))) {
    throw new SloDocumentError(
      'The entity says that it lives on the disk of the portal, in a folder that no file location of the catalog names. Write an address that begins with https://, or correct its location',
    );
  }
  try {
    return { kind: 'file', path: resolveSafeChildPath(folder, file) };
  } catch {
    throw new SloDocumentError(
      `"${file}" is outside the folder of the entity's own file. Put it beside that file or below`,
    );
  }
}

/**
 * Finds out where a file is that an entity names in `plimsoll.dev/slo`.
 *
 * @param file - an https address, or a path relative to the entity's source location
 * @param places - the integrations, and the folders on disk below which entities may live
 * @throws SloDocumentError when nothing of the sort may be read
 */
export function resolveSloFile(
  origin: SloFileOrigin,
  file: string,
  places: {
    readonly integrations: ScmIntegrationRegistry;
    readonly folders: readonly string[];
  },
): SloFilePlace {
  if (/^https:/i.test(file)) return { kind: 'url', url: addressOf(file) };
  if (/^[a-z][a-z0-9+.-]*:/i.test(file) || /^[/\\]{2}/.test(file)) {
    throw new SloDocumentError(`"${file}" cannot be read. ${ALLOWED}`);
  }
  const { type, target } = locationOf(origin);
  if (type === 'file') return onDisk(target, file, places.folders);
  if (type !== 'url') {
    throw new SloDocumentError(
      `The entity comes from a location of type "${type}", which no file can be relative to. Write an address that begins with https://`,
    );
  }
  try {
    return {
      kind: 'url',
      url: places.integrations.resolveUrl({ url: file, base: target }),
    };
  } catch {
    throw new SloDocumentError(
      `"${file}" cannot be joined with the entity's location ${target}. ${ALLOWED}`,
    );
  }
}
