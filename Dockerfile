# Web, silo and trainer in one image. The runtime image is Ubuntu 24.04, whose libstdc++ is new enough for TorchSharp.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet restore src/Classroom.Web --locked-mode
RUN dotnet publish src/Classroom.Web -c Release --no-restore -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
ENV ASPNETCORE_HTTP_PORTS=8080 Classroom__DataDirectory=/data
# The school's time zone is looked up in the image's tzdata, which smaller images leave out.
RUN mkdir -m 700 /data && chown $APP_UID /data && test -f /usr/share/zoneinfo/America/Chicago
USER $APP_UID
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["dotnet", "Classroom.Web.dll"]
