@echo off
rem Richtet klartext nur in Ihrem eigenen Konto ein: ohne Netz, ohne Admin-Rechte.
rem Die Pakete (*.whl) liegen im selben Ordner wie diese Datei.
setlocal DisableDelayedExpansion
chcp 65001 >nul
set "TARGET=%LOCALAPPDATA%\klartext"
set "FOUND="
for %%W in ("%~dp0klartext_amt-*.whl") do set "FOUND=%%~fW"
if not defined FOUND goto nowheel

py -3 -c "import sys; sys.exit(sys.version_info < (3, 11))" 2>nul
if errorlevel 1 goto nopython

echo klartext wird in %TARGET% eingerichtet ...
py -3 -m venv "%TARGET%"
if errorlevel 1 goto failed
"%TARGET%\Scripts\python.exe" -m pip install --no-index --find-links "%~dp0." --upgrade "%FOUND%"
if errorlevel 1 goto failed
echo.
echo Fertig. Ziehen Sie jetzt einen Brief auf klartext-pruefen.cmd.
goto done

:nowheel
echo Im Ordner %~dp0 fehlt das Paket klartext_amt-...whl.
echo Kopieren Sie den ganzen Ordner und starten Sie noch einmal.
goto done

:nopython
echo Auf diesem Rechner fehlt Python 3.11 oder neuer.
echo Bitten Sie Ihre IT darum. Danach starten Sie diese Datei noch einmal.
goto done

:failed
echo.
echo Das Einrichten ist nicht gelungen. Die Meldung von Python steht oben.
echo Passen die Pakete zu Ihrer Python-Version? Siehe LIESMICH.md.

:done
pause
