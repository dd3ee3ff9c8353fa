import { usePermission } from '@backstage/plugin-permission-react';
import { makeStyles } from '@material-ui/core/styles';
import { reliabilityHandoverPermission } from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useRoute } from '../../../hooks/useRoute';
import { useTranslation } from '../../../hooks/useTranslation';
import { Async } from '../../async';
import { SmallButton } from '../../common';
import { Section } from '../Section';
import { DocumentActions } from './DocumentActions';
import { DocumentView } from './DocumentView';
import { HandoverDialog } from './HandoverDialog';
import { HandoverLine } from './HandoverLine';
import { KeptPacket } from './KeptPacket';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
    maxWidth: 1100,
  },
  list: {
    ...theme.typography.body2,
    listStyle: 'none',
    margin: 0,
    padding: 0,
  },
  text: { ...theme.typography.body2, margin: 0, maxWidth: '85ch' },
}));

/** What somebody has to know who takes over a service, and whether somebody did. */
export function HandoverPage({ entityRef }: { entityRef: string }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const { allowed } = usePermission({
    permission: reliabilityHandoverPermission,
    resourceRef: entityRef,
  });
  const [offering, setOffering] = useState(false);
  const [shown, setShown] = useState<string>();
  const packet = useRoute('getHandoverPacket', { entityRef }, entityRef);
  const handovers = useRoute('listHandovers', { entityRef }, entityRef);
  const reload = () => handovers.kind === 'ready' && handovers.reload();
  return (
    <div className={classes.root}>
      <div data-print="hidden">
        <Section
          title={t('reports.handover.list')}
          actions={
            allowed && (
              <SmallButton onClick={() => setOffering(true)}>
                {t('reports.handover.offer')}
              </SmallButton>
            )
          }
        >
          <Async state={handovers} dense>
            {({ items }) =>
              items.length === 0 ? (
                <p className={classes.text}>
                  {t('reports.handover.none')} {t('reports.handover.explain')}
                </p>
              ) : (
                <ul className={classes.list}>
                  {items.map(handover => (
                    <HandoverLine
                      key={`${handover.id} ${handover.version}`}
                      handover={handover}
                      mayDecide={allowed}
                      onChanged={reload}
                      onShow={() => setShown(handover.id)}
                    />
                  ))}
                </ul>
              )
            }
          </Async>
        </Section>
      </div>
      {shown ? (
        <KeptPacket id={shown} onBack={() => setShown(undefined)} />
      ) : (
        <Async state={packet}>
          {document => (
            <DocumentView
              document={document}
              actions={
                <DocumentActions
                  route="getHandoverPacket"
                  input={{ entityRef }}
                  name={`handover-${entityRef.replace(/^.*\//, '')}`}
                />
              }
            />
          )}
        </Async>
      )}
      {offering && (
        <HandoverDialog
          entityRef={entityRef}
          onClose={() => setOffering(false)}
          onDone={() => {
            setOffering(false);
            reload();
          }}
        />
      )}
    </div>
  );
}
