FROM eclipse-temurin:17-jre
RUN useradd --create-home --uid 1000 forfall && mkdir /forfall && chown forfall /forfall
USER forfall
WORKDIR /forfall
COPY --chown=forfall target/forfall.jar /opt/forfall.jar
EXPOSE 8080
ENTRYPOINT ["java", "-jar", "/opt/forfall.jar"]
CMD ["--forfall.home=/forfall"]
