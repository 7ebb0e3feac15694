@echo off
rem Starts Tenantsmith with a Java that is new enough. What it reads:
rem   JAVA_HOME                            which Java; without it the one on the PATH
rem   JAVA_OPTS, TENANTSMITH_JAVA_OPTS     more options for Java; the last one wins
setlocal
set "TS_JAR=%~dp0tenantsmith.jar"
if not exist "%TS_JAR%" set "TS_JAR=%~dp0..\lib\tenantsmith.jar"
if not exist "%TS_JAR%" (
  echo tenantsmith: tenantsmith.jar is neither in %~dp0 nor in %~dp0..\lib>&2
  echo   hint: unpack the whole release>&2
  exit /b 4
)
set "TS_JAVA=java.exe"
if defined JAVA_HOME set "TS_JAVA=%JAVA_HOME%\bin\java.exe"
if defined JAVA_HOME if not exist "%TS_JAVA%" (
  echo tenantsmith: JAVA_HOME is %JAVA_HOME%, where no bin\java.exe is>&2
  echo   hint: set JAVA_HOME to the folder of a Java 17 or newer, or unset it>&2
  exit /b 4
)
set "TS_VERSION="
for /f "tokens=3" %%v in ('"%TS_JAVA%" -version 2^>^&1 ^| findstr /i /c:" version "') do if not defined TS_VERSION set "TS_VERSION=%%~v"
if not defined TS_VERSION (
  echo tenantsmith: no Java is on the PATH, and JAVA_HOME is not set>&2
  echo   hint: install a Java 17 or newer, or set JAVA_HOME to its folder>&2
  exit /b 4
)
for /f "tokens=1,2 delims=._-+" %%a in ("%TS_VERSION%") do (
  set "TS_MAJOR=%%a"
  if "%%a"=="1" set "TS_MAJOR=%%b"
)
if %TS_MAJOR% LSS 17 (
  echo tenantsmith: needs Java 17 or newer, found %TS_VERSION%: %TS_JAVA%>&2
  echo   hint: install a newer Java, or set JAVA_HOME to its folder>&2
  exit /b 4
)
"%TS_JAVA%" -XX:TieredStopAtLevel=1 -XX:-UsePerfData %JAVA_OPTS% %TENANTSMITH_JAVA_OPTS% -jar "%TS_JAR%" %*
exit /b %ERRORLEVEL%
