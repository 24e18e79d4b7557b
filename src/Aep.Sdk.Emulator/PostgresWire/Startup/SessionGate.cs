using System.Net;
using Aep.Sdk.Emulator.AccessControl;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Ims;
using Aep.Sdk.Emulator.QueryService.IpAccess;
using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>
/// Decides who gets a session on which sandbox: user is the organisation id, password an access token, database <c>sandbox:all</c>,
/// <c>sandbox:table</c>, or <c>sandbox:database</c> and <c>sandbox:database.schema</c> of CREATE DATABASE and CREATE SCHEMA; behind each of
/// them, <c>?FLATTEN</c>.
/// </summary>
internal sealed class SessionGate(
    AepEmulatorOptions options, AccessTokens tokens, SandboxDirectory sandboxes, TableStores stores, Roles roles, IpAccessList addresses)
{
    private const string AllTables = "all";
    private const string NeededPermission = "manage-queries";

    public void CheckPassword(string user, string password)
    {
        if (!tokens.TryValidate(password, out _))
            throw new SqlErrorException(
                SqlState.InvalidPassword, $"password authentication failed for user \"{user}\": the access token is not valid");
        if (user != options.OrgId)
            throw new SqlErrorException(SqlState.InvalidAuthorization, $"user \"{user}\" is not the organization of the access token");
    }

    public (SqlSession Session, Sandbox Sandbox) Open(string database, IPAddress from)
    {
        bool flat = database.EndsWith(FlatTables.Setting, StringComparison.OrdinalIgnoreCase);
        database = flat ? database[..^FlatTables.Setting.Length] : database;
        int colon = database.IndexOf(':');
        string name = colon < 0 ? database : database[..colon];
        Sandbox sandbox = (colon < 0 ? null : sandboxes.Find(name))
            ?? throw new SqlErrorException(
                SqlState.InvalidDatabaseName, $"database \"{database}\" does not exist: the name is sandbox:table or sandbox:all");
        Admit(sandbox, from);
        ITableStore tables = stores.For(sandbox);
        string part = database[(colon + 1)..];
        bool known = part.Equals(AllTables, StringComparison.OrdinalIgnoreCase) || DataGroupScope.Of(tables.Groups, part).IsPart
            || tables.Find(part) is not null;
        if (!known)
            throw new SqlErrorException(SqlState.NoTables, $"No table found for {database}: please check the dbName");
        return (new SqlSession(tables, database, interactive: true, flat), sandbox);
    }

    private void Admit(Sandbox sandbox, IPAddress from)
    {
        if (!addresses.Allows(sandbox, from))
            throw new SqlErrorException(
                SqlState.InvalidAuthorization, $"the address {from} is in none of the IP ranges that sandbox \"{sandbox.Name}\" allows");
        if (roles.Granted(sandbox.Name).Contains(NeededPermission))
            return;
        Permission needed = Permissions.Find(NeededPermission)!;
        throw new SqlErrorException(
            SqlState.InsufficientPrivilege, $"permission denied for sandbox \"{sandbox.Name}\": {needed.Id} ({needed.Title}) is needed");
    }
}
