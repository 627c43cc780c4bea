/*
 * Starts Bevismappe: loads the Python that lies beside it, and runs main.py of the program.
 *
 * Built twice: with -DWINDOWED as Bevismappe.exe, which has no console, and without as bevismappe-cli.exe.
 * Both take every argument that main.py takes, `--decode-picture` too.
 *
 * Rules:
 * - Only DLLs beside this program and Windows' own are loaded: nothing from the folder one happens to be in.
 *   SetDefaultDllDirectories is never called: Qt's plugins would no longer find Qt, without a word.
 * - What hinders the start is said in a message box, in Danish: nobody sees what a window's program prints.
 * - A windowed program is given NUL as its three standard handles before Python looks at them. The child that
 *   decodes a picture keeps the pipes that it was started with.
 */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <shellapi.h>
#include <shlobj.h>
#include <stdlib.h>
#include <wchar.h>

#define LONG_PATH 32768
#define COULD_NOT_START 70
#define WHAT_FAILED L"BEVISMAPPE_FAILED"
#define WHICH_FILE L"BEVISMAPPE_FAILED_FILE"
#define BY_APP_CONTROL 4551 /* WDAC and Smart App Control */
#define BY_POLICY 1260      /* AppLocker and software restriction policies */
#define BY_SCANNER 225      /* ERROR_VIRUS_INFECTED */

typedef int (*PythonMain)(int, wchar_t **);
typedef LONG (WINAPI *PackageName)(UINT32 *, wchar_t *);

/* What Python runs. A start that fails is told to us by the environment, which both sides share. */
#define START \
    L"import os,sys\n" \
    L"sys.frozen=True\n" \
    L"try:\n" \
    L" from main import main\n" \
    L" code=main()\n" \
    L"except ImportError as error:\n" \
    L" os.environ['BEVISMAPPE_FAILED']=error.name or 'ImportError'\n" \
    L" os.environ['BEVISMAPPE_FAILED_FILE']=error.path or '-'\n" \
    L" raise\n" \
    L"except Exception as error:\n" \
    L" os.environ['BEVISMAPPE_FAILED']=type(error).__name__\n" \
    L" raise\n" \
    L"sys.exit(code)\n"

static BOOL is_forbidden(DWORD code) {
    return code == BY_APP_CONTROL || code == BY_POLICY || code == BY_SCANNER;
}

static void tell(const wchar_t *file, DWORD code) {
    static wchar_t text[LONG_PATH + 1024];
    const wchar_t *words = L"Bevismappe kan ikke starte (fejl %lu).\n\n"
        L"En fil mangler eller kan ikke l\u00e6ses. Dine sager er ikke r\u00f8rt. Installer Bevismappe igen.\n\n%ls";
    if (is_forbidden(code))
        words = L"Windows har forbudt en fil, som Bevismappe bruger (fejl %lu).\n\n"
                L"Dine sager er ikke r\u00f8rt. Bed din it-afdeling om at tillade Bevismappe.\n\n%ls";
    if (code)
        _snwprintf(text, sizeof text / sizeof *text - 1, words, code, file);
    else
        _snwprintf(text, sizeof text / sizeof *text - 1,
                   L"Bevismappe m\u00e5tte stoppe. Dine sager er ikke r\u00f8rt.\n\n"
                   L"Start Bevismappe igen. Sker det igen, s\u00e5 sig dette videre:\n\n%ls", file);
#ifdef WINDOWED
    MessageBoxW(NULL, text, L"Bevismappe", MB_OK | MB_ICONERROR | MB_SETFOREGROUND);
#else
    DWORD written;
    HANDLE err = GetStdHandle(STD_ERROR_HANDLE);
    if (!WriteConsoleW(err, text, (DWORD)wcslen(text), &written, NULL)) {
        static char bytes[3 * (LONG_PATH + 1024)];
        int length = WideCharToMultiByte(CP_UTF8, 0, text, -1, bytes, sizeof bytes, NULL, NULL);
        if (length > 1) WriteFile(err, bytes, (DWORD)length - 1, &written, NULL);
    }
    WriteFile(err, "\r\n", 2, &written, NULL);
#endif
}

/* The module's file is loaded once more, alone: Python keeps the words of the error and loses its number. */
static DWORD why_not(const wchar_t *file) {
    DWORD code = 0;
    if (*file && !LoadLibraryExW(file, NULL, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_DEFAULT_DIRS))
        code = GetLastError();
    return code;
}

static void tell_what_python_said(void) {
    static wchar_t name[1024], file[LONG_PATH];
    DWORD code;
    if (!GetEnvironmentVariableW(WHAT_FAILED, name, sizeof name / sizeof *name)) return;
    if (!GetEnvironmentVariableW(WHICH_FILE, file, LONG_PATH) && GetLastError() == ERROR_ENVVAR_NOT_FOUND) {
        tell(name, 0);
        return;
    }
    if (!wcscmp(file, L"-")) *file = 0; /* a module that is not there has no file */
    code = why_not(file);
    tell(*file ? file : name, code ? code : ERROR_MOD_NOT_FOUND);
}

/* The task bar knows the program by this name; one that comes in a package has a name of its own. */
static void name_for_the_task_bar(void) {
    UINT32 length = 0;
    PackageName ask = (PackageName)(void *)GetProcAddress(GetModuleHandleW(L"kernel32.dll"), "GetCurrentPackageFullName");
    if (ask && ask(&length, NULL) != APPMODEL_ERROR_NO_PACKAGE) return;
    SetCurrentProcessExplicitAppUserModelID(L"Bevismappe");
}

static int run_python(int argc, wchar_t **argv) {
    static wchar_t folder[LONG_PATH], dll[LONG_PATH + 32];
    HMODULE python;
    PythonMain start;
    wchar_t **words, *end;
    int count = 0, i, code;
    GetModuleFileNameW(NULL, folder, LONG_PATH);
    if ((end = wcsrchr(folder, L'\\'))) *end = 0;
    SetDllDirectoryW(L"");
    SetEnvironmentVariableW(WHAT_FAILED, NULL);
    SetEnvironmentVariableW(WHICH_FILE, NULL);
    _snwprintf(dll, LONG_PATH + 31, L"%ls\\" PYTHON_DLL, folder);
    python = LoadLibraryExW(dll, NULL, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_SYSTEM32);
    start = python ? (PythonMain)(void *)GetProcAddress(python, "Py_Main") : NULL;
    if (!start) {
        tell(dll, GetLastError());
        return COULD_NOT_START;
    }
    words = calloc((size_t)argc + 8, sizeof *words);
    if (!words) return COULD_NOT_START;
    words[count++] = argv[0];
    words[count++] = L"-B"; /* nothing is written beside the program */
    words[count++] = L"-X";
    words[count++] = L"utf8";
    words[count++] = L"-c";
    words[count++] = START;
    for (i = 1; i < argc; i++) words[count++] = argv[i];
    code = start(count, words);
#ifdef WINDOWED
    if (code) tell_what_python_said();
#endif
    return code;
}

#ifdef WINDOWED
static void have_standard_handles(void) {
    SECURITY_ATTRIBUTES inherited = {sizeof inherited, NULL, TRUE};
    HANDLE nul = CreateFileW(L"NUL", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE,
                             &inherited, OPEN_EXISTING, 0, NULL);
    SetStdHandle(STD_INPUT_HANDLE, nul);
    SetStdHandle(STD_OUTPUT_HANDLE, nul);
    SetStdHandle(STD_ERROR_HANDLE, nul);
}

int WINAPI wWinMain(HINSTANCE self, HINSTANCE none, LPWSTR line, int show) {
    int argc = 0;
    wchar_t **argv = CommandLineToArgvW(GetCommandLineW(), &argc);
    (void)self, (void)none, (void)line, (void)show;
    if (!argv) return COULD_NOT_START;
    if (argc < 2 || wcscmp(argv[1], L"--decode-picture")) {
        have_standard_handles();
        name_for_the_task_bar();
    }
    return run_python(argc, argv);
}
#else
int wmain(int argc, wchar_t **argv) {
    (void)name_for_the_task_bar;
    (void)tell_what_python_said;
    return run_python(argc, argv);
}
#endif
