export { answerAccountNews as GET } from '@/lib/http/json/me'
