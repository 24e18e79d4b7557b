using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>Something to tell the user that is no error ('N').</summary>
internal static class NoticeResponse
{
    private const string Severity = "NOTICE";

    public static void Write(MessageWriter writer, SqlNotice notice) =>
        ErrorResponse.Write(writer, 'N', Severity, notice.State, notice.Message, null);
}
