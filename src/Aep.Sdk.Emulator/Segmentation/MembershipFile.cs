using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>The members of one audience on disk: one line a person, replaced as a whole.</summary>
internal sealed class MembershipFile(string folder, string segmentId)
{
    private readonly string _path =
        Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(segmentId)), 0, 16) + ".tsv");

    public Dictionary<string, Membership> Read()
    {
        var members = new Dictionary<string, Membership>(StringComparer.Ordinal);
        if (!File.Exists(_path))
            return members;
        foreach (string line in File.ReadLines(_path))
        {
            string[] parts = line.Split('\t', 3);
            members[Uri.UnescapeDataString(parts[2])] =
                new Membership(parts[0], new DateTimeOffset(long.Parse(parts[1], CultureInfo.InvariantCulture), TimeSpan.Zero));
        }
        return members;
    }

    public void Write(IReadOnlyDictionary<string, Membership> members)
    {
        string temporary = _path + ".tmp";
        using (var writer = new StreamWriter(temporary, append: false, Encoding.UTF8, 1 << 16))
        {
            foreach ((string key, Membership membership) in members)
                writer.Write($"{membership.Status}\t{membership.LastQualificationTime.UtcTicks}\t{Escape(key)}\n");
        }
        File.Move(temporary, _path, overwrite: true);
    }

    public void Delete() => File.Delete(_path);

    private static string Escape(string key) => key.AsSpan().IndexOfAny("\t\r\n%") < 0 ? key : Uri.EscapeDataString(key);
}
