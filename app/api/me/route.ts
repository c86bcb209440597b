export { answerMe as GET } from '@/lib/http/json/me'
