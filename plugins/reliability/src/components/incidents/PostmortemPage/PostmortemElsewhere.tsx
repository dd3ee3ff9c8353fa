import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import type { PostmortemResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { webAddress } from '../../../utils/oncall/addresses';
import { SmallButton } from '../../common';
import { Section } from '../../maturity/Section';
import { LinkDialog } from './LinkDialog';
import { PostmortemSteps } from './PostmortemSteps';

/** A postmortem that is kept elsewhere: where, and how far it is. */
export function PostmortemElsewhere(props: {
  postmortem: PostmortemResponse;
  onWritten: (written: PostmortemResponse) => void;
}) {
  const { postmortem, onWritten } = props;
  const { t } = useTranslation();
  const [linking, setLinking] = useState(false);
  const linked = postmortem.source === 'link';
  const page = webAddress(postmortem.url);
  const address = () => {
    if (page) return <Link to={page}>{t('postmortem.elsewhere.open')}</Link>;
    return postmortem.url
      ? t('postmortem.elsewhere.badAddress', { url: postmortem.url })
      : t('postmortem.elsewhere.noAddress');
  };
  return (
    <>
      <Section
        title={postmortem.title}
        actions={
          linked &&
          postmortem.canEdit &&
          postmortem.status !== 'published' && (
            <SmallButton onClick={() => setLinking(true)}>
              {t('postmortem.elsewhere.change')}
            </SmallButton>
          )
        }
      >
        <Typography variant="body2" paragraph>
          {t(`postmortem.elsewhere.${linked ? 'link' : 'provider'}`)}
        </Typography>
        <Typography variant="body2">{address()}</Typography>
      </Section>
      {linked && (
        <PostmortemSteps
          postmortem={postmortem}
          dirty={false}
          onWritten={onWritten}
        />
      )}
      {linking && (
        <LinkDialog
          postmortem={postmortem}
          onWritten={onWritten}
          onClose={() => setLinking(false)}
        />
      )}
    </>
  );
}
