using System.Text;
using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>Parameters that are arrays, in one dimension: <c>{1,NULL,"a b"}</c> as text, or PostgreSQL's binary array.</summary>
internal static class ArrayParameters
{
    private const int MostDimensions = 1;

    /// <summary>The type whose array has this object id, or null.</summary>
    public static PostgresType? ItemType(uint arrayOid) =>
        arrayOid == 0 ? null : PostgresType.All.FirstOrDefault(type => type.ArrayOid == arrayOid);

    /// <summary>The items, each as it would come by itself; null for NULL.</summary>
    public static IReadOnlyList<byte[]?> Items(ValueFormat format, byte[] value) =>
        format == ValueFormat.Binary ? Binary(value) : Text(Encoding.UTF8.GetString(value));

    private static List<byte[]?> Binary(byte[] value)
    {
        var body = new MessageCursor(value);
        int dimensions = body.ReadInt32();
        body.ReadInt32(); // whether there are nulls: each item says so itself
        body.ReadInt32(); // the type of the items, which the parameter's own type says
        if (dimensions is < 0 or > MostDimensions)
            throw SqlErrorException.NotSupported($"an array of {dimensions} dimensions as a parameter");
        List<byte[]?> items = [];
        if (dimensions == 0)
            return items;
        int count = body.ReadInt32();
        body.ReadInt32(); // lower bound
        for (int index = 0; index < count; index++)
        {
            int length = body.ReadInt32();
            items.Add(length < 0 ? null : body.ReadBytes(length));
        }
        return body.IsAtEnd
            ? items
            : throw new SqlErrorException(SqlState.ProtocolViolation, "incorrect binary data format in bind parameter");
    }

    private static List<byte[]?> Text(string text)
    {
        List<byte[]?> items = [];
        string body = text.Trim();
        if (body.Length < 2 || body[0] != '{' || body[^1] != '}')
            throw Malformed(text);
        int at = 1, end = body.Length - 1;
        while (at < end)
        {
            if (body[at] == '{')
                throw SqlErrorException.NotSupported("an array of several dimensions as a parameter");
            items.Add(Item(body, ref at, end));
            if (at < end && body[at++] != ',')
                throw Malformed(text);
        }
        return items;
    }

    private static byte[]? Item(string body, ref int at, int end)
    {
        var item = new StringBuilder();
        bool quoted = body[at] == '"', open = quoted;
        at += quoted ? 1 : 0;
        while (at < end && (open || body[at] is not (',' or '"')))
        {
            if (body[at] == '"')
                open = false;
            else
                item.Append(body[at] == '\\' && at + 1 < end ? body[++at] : body[at]);
            at++;
            if (quoted && !open)
                break;
        }
        if (open)
            throw Malformed(body);
        bool isNull = !quoted && item.ToString().Equals("NULL", StringComparison.OrdinalIgnoreCase);
        return isNull ? null : Encoding.UTF8.GetBytes(quoted ? item.ToString() : item.ToString().Trim());
    }

    private static SqlErrorException Malformed(string text) =>
        new(SqlState.InvalidTextRepresentation, $"malformed array literal: \"{text}\"");
}
