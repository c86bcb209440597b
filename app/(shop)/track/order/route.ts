export { answerTrackForm as POST } from '@/lib/http/track-form'
