FROM eclipse-temurin:17-jre-noble
# this base has a user 1000 already
RUN useradd --create-home --uid 10001 forfall && mkdir /forfall && chown forfall /forfall
USER forfall
WORKDIR /forfall
COPY --chown=forfall target/forfall.jar /opt/forfall.jar
EXPOSE 8080
ENTRYPOINT ["java", "-jar", "/opt/forfall.jar"]
CMD ["--forfall.home=/forfall"]
