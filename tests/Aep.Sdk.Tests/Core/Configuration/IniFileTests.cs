using Aep.Sdk.TestSupport;
using CsCheck;

namespace Aep.Sdk.Tests.Core.Configuration;

public sealed class IniFileTests : IDisposable
{
    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory("aep-ini-").FullName, "config.ini");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    [Fact]
    public async Task Everything_but_the_value_stays_as_it_is()
    {
        // Files of comments, blank lines, sections and keys in any order, with both kinds of line ends and with or without a byte order
        // mark.
        Gen<string> line = Gen.OneOf("# a comment", "; another = one", "", "  ", "[Platform]", "[Cloud]", "key=value", "Key = spaced ",
            "other=1=2", "no equals sign");
        await Gen.Select(line.Array[0, 12], Gen.Bool, Gen.Bool, Gen.OneOf("Platform", "Cloud", "New"), Gen.OneOf("key", "fresh"), Gen.Bool)
            .ForAllAsync(async sample =>
        {
            (string[] lines, bool windows, bool mark, string section, string key, bool endsInNewLine) = sample;
            string newLine = windows ? "\r\n" : "\n";
            string text = string.Join(newLine, lines) + (endsInNewLine ? newLine : "");
            string path = $"{_path}.{Guid.NewGuid():N}";
            await File.WriteAllTextAsync(path, text, new System.Text.UTF8Encoding(mark));

            AepIniFile file = AepIniFile.Load(path);
            bool known = HasKey(lines, section, key);
            file.Set(section, key, "new value");
            await file.SaveAsync();

            Assert.Equal("new value", AepIniFile.Load(path).Get(section, key));
            byte[] bytes = await File.ReadAllBytesAsync(path);
            Assert.Equal(mark, bytes is [0xEF, 0xBB, 0xBF, ..]);
            string[] kept = [.. lines.Where(before => before.Trim().Length > 0)];
            string[] after =
                [.. (await File.ReadAllTextAsync(path)).Split('\n').Select(now => now.TrimEnd('\r')).Where(now => now.Trim().Length > 0)];
            string[] changed = [.. after.Where(now => now.EndsWith("new value", StringComparison.Ordinal))];
            Assert.Single(changed);
            // In order, and nothing gone but the old value.
            Assert.Equal(
                known ? kept.Length : kept.Length + 1 + (lines.Any(before => before.Trim() == $"[{section}]") ? 0 : 1), after.Length);
            if (windows && text.Contains("\r\n", StringComparison.Ordinal))
                Assert.DoesNotMatch("[^\r]\n", await File.ReadAllTextAsync(path));
            File.Delete(path);
        }, iter: 2_000);
    }

    [Fact]
    public void A_missing_key_is_named_with_its_section_its_file_and_where_to_find_it()
    {
        File.WriteAllText(_path, "[Cloud]\nexport_path=\n");
        var missing =
            Assert.Throws<AepConfigurationException>(() => AepIniFile.Load(_path).Require("Cloud", "export_path", "Step 3 needs it."));
        Assert.All(["export_path", "[Cloud]", _path, "Step 3 needs it."], part => Assert.Contains(part, missing.Message));
    }

    [Fact]
    public void A_value_with_a_line_break_is_refused()
    {
        File.WriteAllText(_path, "[Cloud]\n");
        Assert.Throws<ArgumentException>(() => AepIniFile.Load(_path).Set("Cloud", "a", "b\nclient_secret=c"));
    }

    [Fact]
    public void A_missing_file_says_where_to_get_one()
    {
        var missing = Assert.Throws<AepConfigurationException>(() => AepIniFile.Load(_path));
        Assert.Contains("config.example.ini", missing.Message);
    }

    [Fact]
    public void A_value_in_quotes_is_read_as_the_configuration_reads_it()
    {
        File.WriteAllText(_path, "[Cloud]\nexport_path = \"cmle/egress\"\nquote = \"\n");
        AepIniFile file = AepIniFile.Load(_path);
        Assert.Equal(("cmle/egress", "\""), (file.Get("Cloud", "export_path"), file.Get("Cloud", "quote")));
    }

    [Fact]
    public async Task A_save_that_is_given_up_leaves_nothing_behind()
    {
        File.WriteAllText(_path, "[Cloud]\na=1\n");
        AepIniFile file = AepIniFile.Load(_path);
        file.Set("Cloud", "a", "2");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => file.SaveAsync(new CancellationToken(canceled: true)));
        Assert.Equal([_path], Directory.GetFiles(Path.GetDirectoryName(_path)!));
        Assert.Equal("[Cloud]\na=1\n", await File.ReadAllTextAsync(_path));
    }

    private static bool HasKey(string[] lines, string section, string key)
    {
        int at = Array.FindIndex(lines, line => line.Trim() == $"[{section}]");
        return at >= 0 && lines.Skip(at + 1).TakeWhile(line => !line.TrimStart().StartsWith('['))
            .Any(line => line.Contains('=',
                StringComparison.Ordinal) && line.TrimStart()[0] is not ('#' or ';') && line.Split('=')[0].Trim().Equals(
                    key, StringComparison.OrdinalIgnoreCase));
    }
}
