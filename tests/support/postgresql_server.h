// A PostgreSQL server for tests: Debian's, in a folder of its own, on a free port of this machine,
// never as root. It goes with the process that started it, however that ends.
#pragma once

#include <arpa/inet.h>
#include <fcntl.h>
#include <grp.h>
#include <libpq-fe.h>
#include <netinet/in.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

namespace rapporteur::testing {

class PostgresqlServer {
 public:
  // The one of this process, started when it is first asked for.
  static PostgresqlServer& get() {
    static PostgresqlServer server;
    return server;
  }

  // Empty: it runs. Else why it does not.
  const std::string& why_not() const { return why_not_; }

  // The address of a new schema of that name, owned by the role "desk".
  std::string schema(const std::string& name) {
    const std::string quoted = "\"" + name + "\"";
    if (!query("CREATE SCHEMA IF NOT EXISTS " + quoted + " AUTHORIZATION desk")) std::abort();
    return "postgresql://desk:secret@127.0.0.1:" + std::to_string(port_) +
           "/registers?options=-csearch_path%3D" + name;
  }
  void drop(const std::string& schema) {
    query("SET client_min_messages = error; DROP SCHEMA IF EXISTS \"" + schema + "\" CASCADE");
  }

  // Runs SQL as the server's owner. False on failure.
  bool query(const std::string& sql) {
    PGresult* answer = PQexec(owner_, sql.c_str());
    const ExecStatusType status = PQresultStatus(answer);
    PQclear(answer);
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
  }

 private:
  static constexpr const char* kPrograms = "/usr/lib/postgresql/15/bin/";

  PostgresqlServer() {
    if (::access((std::string(kPrograms) + "postgres").c_str(), X_OK) != 0) {
      why_not_ = "no PostgreSQL server is installed";
      return;
    }
    std::string pattern = (std::filesystem::temp_directory_path() / "postgresql-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
    if (geteuid() == 0 && chown(folder_.c_str(), nobody()->pw_uid, nobody()->pw_gid) != 0) {
      why_not_ = "the folder cannot be given away";
      return;
    }
    const std::string data = folder_ + "/data";
    const pid_t made = start("initdb", {"-D", data, "-U", "owner", "-A", "trust", "-E", "UTF8",
                                        "--locale=C.UTF-8", "--no-sync"});
    int status = 0;
    waitpid(made, &status, 0);
    port_ = free_port();
    server_ = start("postgres", {"-D", data, "-p", std::to_string(port_), "-k", folder_, "-c",
                                 "listen_addresses=127.0.0.1", "-c", "fsync=off"});
    why_not_ = status == 0 ? connect() : "initdb failed";
    if (!why_not_.empty()) return;
    query("CREATE ROLE desk LOGIN PASSWORD 'secret'");
    query("CREATE DATABASE registers OWNER desk");
    PQfinish(owner_);
    why_not_ = connect("registers");
  }

  ~PostgresqlServer() {
    PQfinish(owner_);
    if (server_ > 0) {
      kill(server_, SIGQUIT);
      waitpid(server_, nullptr, 0);
    }
    if (!folder_.empty()) std::filesystem::remove_all(folder_);
  }

  static const passwd* nobody() { return getpwnam("nobody"); }

  // A child that is nobody where we are root, says nothing, and is stopped when we end.
  static pid_t start(const std::string& program, std::vector<std::string> arguments) {
    const passwd* const user = nobody();
    const pid_t child = fork();
    if (child != 0) return child;
    if (geteuid() == 0 &&
        (setgroups(0, nullptr) != 0 || setgid(user->pw_gid) != 0 || setuid(user->pw_uid) != 0)) {
      _exit(1);
    }
    prctl(PR_SET_PDEATHSIG, SIGQUIT);
    const int nothing = open("/dev/null", O_RDWR);
    for (const int stream : {0, 1, 2}) dup2(nothing, stream);
    const std::string path = kPrograms + program;
    std::vector<char*> words = {const_cast<char*>(path.c_str())};
    for (std::string& argument : arguments) words.push_back(argument.data());
    words.push_back(nullptr);
    execv(path.c_str(), words.data());
    _exit(1);
  }

  static int free_port() {
    const int listener = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    bind(listener, reinterpret_cast<sockaddr*>(&address), size);
    getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
    close(listener);
    return ntohs(address.sin_port);
  }

  std::string connect(const std::string& database = "postgres") {
    const std::string address =
        "postgresql://owner@127.0.0.1:" + std::to_string(port_) + "/" + database;
    for (int tries = 0; tries < 600; ++tries) {
      owner_ = PQconnectdb(address.c_str());
      if (PQstatus(owner_) == CONNECTION_OK) return "";
      PQfinish(std::exchange(owner_, nullptr));
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return "the server does not start";
  }

  std::string folder_;
  std::string why_not_;
  int port_ = 0;
  pid_t server_ = -1;
  PGconn* owner_ = nullptr;
};

}  // namespace rapporteur::testing
