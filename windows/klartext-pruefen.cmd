@echo off
rem Ziehen Sie einen oder mehrere Briefe auf dieses Symbol.
setlocal DisableDelayedExpansion
chcp 65001 >nul
set "PYTHONUTF8=1"
set "KLARTEXT=%LOCALAPPDATA%\klartext\Scripts\klartext.exe"
if not exist "%KLARTEXT%" goto missing
if "%~1"=="" goto usage

:next
if "%~1"=="" goto done
"%KLARTEXT%" check --gate none "%~1"
echo.
shift
goto next

:missing
echo klartext ist noch nicht eingerichtet.
echo Starten Sie zuerst klartext-einrichten.cmd.
goto done

:usage
echo Ziehen Sie einen Brief (.docx) auf das Symbol klartext-pruefen.cmd.

:done
pause
