export { answerTrackForm as POST } from '@/lib/http/forms/track'
