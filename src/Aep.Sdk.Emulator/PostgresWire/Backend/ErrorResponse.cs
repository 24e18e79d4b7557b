using System.Globalization;
using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>A command, or the connection, failed ('E').</summary>
internal static class ErrorResponse
{
    public const string Error = "ERROR";
    public const string Fatal = "FATAL";

    public static void Write(MessageWriter writer, SqlErrorException error, string severity = Error) =>
        Write(writer, 'E', severity, error.State, error.Message, error.Position);

    /// <summary>Errors and notices have the same fields.</summary>
    public static void Write(MessageWriter writer, char type, string severity, string state, string message, int? position)
    {
        writer.Begin(type);
        Field(writer, 'S', severity);
        Field(writer, 'V', severity);
        Field(writer, 'C', state);
        Field(writer, 'M', message);
        if (position is int offset)
            Field(writer, 'P', (offset + 1).ToString(CultureInfo.InvariantCulture));
        writer.WriteByte(0);
        writer.End();
    }

    private static void Field(MessageWriter writer, char code, string value)
    {
        writer.WriteByte((byte)code);
        writer.WriteString(value);
    }
}
