#!/bin/sh
# Makes the files of this folder by other programs than ours; docs/testing.md lists which. The words and pictures are made up.
set -eu
cd "$(dirname "$0")"
chrome="chromium --headless=new --no-sandbox --hide-scrollbars"
convert -size 24x24 xc:'#b03030' dot.png
$chrome --force-device-scale-factor=1 --window-size=420,240 --screenshot=shot.png page.html
$chrome --no-pdf-header-footer --print-to-pdf=page.pdf page.html
$chrome --dump-dom page.html > saved.html
python3 save_page.py page.html page.mhtml
convert shot.png -quality 80 photo.jpg
exiftool -q -overwrite_original -Make=Prøvekamera -DateTimeOriginal='2026:11:23 14:03:00' \
    -GPSLatitude=55.7 -GPSLatitudeRef=N -GPSLongitude=12.1 -GPSLongitudeRef=E photo.jpg
cwebp -quiet -q 80 shot.png -o photo.webp
heif-enc -q 50 shot.png -o photo.heic > /dev/null
avifenc --min 20 --max 40 shot.png photo.avif > /dev/null
convert shot.png -colors 16 -type Palette BMP3:photo.bmp
convert shot.png -compress LZW photo.tif
ffmpeg -v error -y -loop 1 -i shot.png -t 1 -r 2 -vf format=gray photo.gif
ffmpeg -v error -y -loop 1 -i shot.png -f lavfi -i sine=300 -t 2 -r 4 -pix_fmt yuv420p -c:v libx264 -c:a aac -b:a 24k film.mp4
ffmpeg -v error -y -loop 1 -i shot.png -t 2 -r 4 -pix_fmt yuv420p -c:v libvpx-vp9 -b:v 60k film.webm
ffmpeg -v error -y -i film.mp4 -vn -c:a copy sound.m4a
ffmpeg -v error -y -i film.mp4 -vn -b:a 24k sound.mp3
ffmpeg -v error -y -i film.mp4 -vn -c:a libvorbis -q:a 0 sound.ogg
printf 'Hun fra Lærkevej kommer ikke i dag.\n' > letter.txt
mpack -s 'Brev om Laerkevej' -d letter.txt -o letter.eml photo.jpg
rm -f mixed.zip && zip -q -X mixed.zip letter.txt photo.webp
rm -rf book && mkdir book && printf '[addressbooks]\n[[b]]\npath = book\n' > khard.conf
printf 'First name : Torben\nLast name : Grønlykke\nNote : fra Lærkevej\nPhone :\n    cell : 20123456\nEmail :\n    home : torben@avis.example\n' \
    | khard -c khard.conf new -a b > /dev/null
mv book/*.vcf card.vcf
rm -rf book khard.conf letter.txt
