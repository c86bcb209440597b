export { answerLive as GET } from '@/lib/http/json/live'
