# Voice notes and pictures as answers, where a practice allows it.

media-voice = Voice note, { $length }
media-photo = Photo
media-open = ▶ { $label }
media-caption = { $label }
media-too-big = That is too big for me to keep: a voice note may be about 15 minutes long, a photo 5 MB. Could you send it in parts, or type it?
media-not-fetched = I could not get that from Telegram just now. Please send it once more, or type it.
media-unreadable = I could not open that file, so nothing of it is kept. Please send it once more, or type it.
media-no-place = There is no open question for it any more, so nothing of it is kept. /log starts a sheet.
media-one-by-one = Of several photos at once I take only the first. Please send the others one by one.
media-allow = Voice notes and photos as answers: no
media-forbid = Voice notes and photos as answers: yes
media-allowed = Voice notes and photos are fine as answers. They are kept sealed, without place or camera data; Telegram holds copies.
media-now-yes = From now on { $name } may answer “{ $title }” with voice notes and photos too. They are told.
media-now-no = From now on { $name } answers “{ $title }” in words only. They are told.
told-client-media-yes = For “{ $title }” you can answer with a voice note or a photo too, wherever words are asked for.
told-client-media-no = “{ $title }” takes words only from now on. What you sent stays as it is.
history-media-yes = voice notes and photos too
history-media-no = words only
