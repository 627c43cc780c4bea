/*
 * Another Windows program: shows the pixels of a file in a window with a title, at a place of the screen.
 *
 *     card.exe FILE WIDTH HEIGHT X Y TITLE [keys]
 *
 * FILE holds the rows from the top, four bytes a pixel: blue, green, red, unused. X and Y are where the pixels begin,
 * below the title bar. It takes the keys as it comes up, and ends when it is closed. With the last word it holds
 * Ctrl+Shift+F8 of the whole desktop, as another program that takes pictures may.
 */
#include <windows.h>
#include <shellapi.h>
#include <stdlib.h>

static BITMAPINFO form;
static void *pixels;
static int width, height;

static LRESULT CALLBACK answer(HWND window, UINT message, WPARAM w, LPARAM l) {
    PAINTSTRUCT paint;
    HDC to;
    switch (message) {
    case WM_PAINT:
        to = BeginPaint(window, &paint);
        SetDIBitsToDevice(to, 0, 0, width, height, 0, 0, 0, height, pixels, &form, DIB_RGB_COLORS);
        EndPaint(window, &paint);
        return 0;
    case WM_DESTROY:
        PostQuitMessage(0);
        return 0;
    }
    return DefWindowProcW(window, message, w, l);
}

int WINAPI wWinMain(HINSTANCE self, HINSTANCE none, LPWSTR line, int show) {
    int count, bytes;
    wchar_t **word = CommandLineToArgvW(GetCommandLineW(), &count);
    WNDCLASSW kind = {0};
    RECT frame;
    MSG message;
    HANDLE file;
    DWORD got;
    DWORD style = WS_OVERLAPPED | WS_CAPTION | WS_SYSMENU;
    (void)none, (void)line, (void)show;
    if (count != 7 && count != 8) return 2;
    if (count == 8 && !RegisterHotKey(NULL, 1, MOD_CONTROL | MOD_SHIFT, VK_F8)) return 4;
    width = _wtoi(word[2]);
    height = _wtoi(word[3]);
    bytes = 4 * width * height;
    pixels = malloc(bytes);
    file = CreateFileW(word[1], GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    if (!ReadFile(file, pixels, bytes, &got, NULL) || (int)got != bytes) return 3;
    CloseHandle(file);
    form.bmiHeader.biSize = sizeof form.bmiHeader;
    form.bmiHeader.biWidth = width;
    form.bmiHeader.biHeight = -height;
    form.bmiHeader.biPlanes = 1;
    form.bmiHeader.biBitCount = 32;
    kind.lpfnWndProc = answer;
    kind.hInstance = self;
    kind.hCursor = LoadCursor(NULL, IDC_ARROW);
    kind.lpszClassName = L"Card";
    RegisterClassW(&kind);
    frame.left = _wtoi(word[4]);
    frame.top = _wtoi(word[5]);
    frame.right = frame.left + width;
    frame.bottom = frame.top + height;
    AdjustWindowRect(&frame, style, FALSE);
    CreateWindowW(L"Card", word[6], style | WS_VISIBLE, frame.left, frame.top, frame.right - frame.left,
                  frame.bottom - frame.top, NULL, NULL, self, NULL);
    while (GetMessageW(&message, NULL, 0, 0) > 0) {
        TranslateMessage(&message);
        DispatchMessageW(&message);
    }
    return 0;
}
