using System.Globalization;

namespace Aep.Sdk.Emulator.Tests.Segmentation.Pql;

/// <summary>Some three hundred expressions, each evaluated over random persons by the engine and by plain C#.</summary>
public sealed class PqlReferenceTests
{
    private static readonly string[] Words = ["Basel", "Bern", "basel", "", "Biel-Bienne", "bErn"];
    private static readonly DateTimeOffset Now = Rules.Now;

    private sealed record Person(
        double? A, double? B, string? S, string? T, bool? Flag, double[]? Numbers, string[]? Tags, DateTimeOffset? When);

    private sealed record Case(string Expression, Func<Person, bool> Meaning);

    [Fact]
    public void Each_expression_means_what_plain_code_means()
    {
        Case[] cases = [.. Cases()];
        Assert.True(cases.Select(item => item.Expression).Distinct().Count() >= 200, $"{cases.Length}");
        var random = new Random(20260318);
        foreach (Case item in cases)
        {
            var rule = Rules.Bind(item.Expression);
            for (int i = 0; i < 60; i++)
            {
                Person person = Draw(random);
                bool actual = rule.Matches(new(Document(person), Now)), expected = item.Meaning(person);
                Assert.True(actual == expected, $"{item.Expression} is {actual} for {System.Text.Json.JsonSerializer.Serialize(person)}");
            }
        }
    }

    private static IEnumerable<Case> Cases() =>
        [.. Numbers(), .. Texts(), .. Lists(), .. Times(), .. Truths()];

    private static IEnumerable<Case> Numbers()
    {
        foreach (double n in new[] { -2, -0.5, 0, 1, 3.25 })
        {
            string text = n.ToString(CultureInfo.InvariantCulture);
            yield return new($"a = {text}", p => p.A == n);
            yield return new($"a != {text}", p => p.A is { } a && a != n);
            yield return new($"a < {text}", p => p.A < n);
            yield return new($"a <= {text}", p => p.A <= n);
            yield return new($"{text} < a", p => n < p.A);
            yield return new($"a + b > {text}", p => p.A + p.B > n);
            yield return new($"a - b >= {text}", p => p.A - p.B >= n);
            yield return new($"a * b = {text}", p => p.A * p.B == n);
            yield return new($"a / b < {text}", p => p.B != 0 && p.A / p.B < n);
            yield return new($"a % 2 = {text}", p => p.A % 2 == n);
            yield return new($"-a > {text}", p => -p.A > n);
            yield return new($"a + b * 2 - {text} > 0", p => p.A + p.B * 2 - n > 0);
            yield return new($"(a + b) * 2 > {text}", p => (p.A + p.B) * 2 > n);
            yield return new($"a in [{text}, 1, b]", p => p.A is { } a && (a == n || a == 1 || a == p.B));
            yield return new($"a notIn [{text}, 1]", p => p.A is { } a && a != n && a != 1);
            yield return new($"if(a > {text}, b, a) > 0", p => (p.A > n ? p.B : p.A) > 0);
        }
    }

    private static IEnumerable<Case> Texts()
    {
        foreach (string w in Words)
        {
            const StringComparison Exact = StringComparison.Ordinal, Loose = StringComparison.OrdinalIgnoreCase;
            yield return new($"s = \"{w}\"", p => p.S == w);
            yield return new($"s != '{w}'", p => p.S is { } s && s != w);
            yield return new($"s < \"{w}\"", p => p.S is { } s && string.CompareOrdinal(s, w) < 0);
            yield return new($"s >= \"{w}\"", p => p.S is { } s && string.CompareOrdinal(s, w) >= 0);
            yield return new($"s.startsWith(\"{w}\")", p => p.S?.StartsWith(w, Exact) == true);
            yield return new($"s.startsWith(\"{w}\", false)", p => p.S?.StartsWith(w, Loose) == true);
            yield return new($"s.doesNotStartWith(\"{w}\")", p => p.S?.StartsWith(w, Exact) == false);
            yield return new($"s.endsWith(\"{w}\", true)", p => p.S?.EndsWith(w, Exact) == true);
            yield return new($"s.doesNotEndWith(\"{w}\", false)", p => p.S?.EndsWith(w, Loose) == false);
            yield return new($"s.contains(\"{w}\")", p => p.S?.Contains(w, Exact) == true);
            yield return new($"s.doesNotContain(\"{w}\", false)", p => p.S?.Contains(w, Loose) == false);
            yield return new($"s.equals(\"{w}\", false)", p => p.S?.Equals(w, Loose) == true);
            yield return new($"s.notEqualTo(\"{w}\")", p => p.S is { } s && s != w);
            yield return new($"s like \"{w}%\"", p => p.S?.StartsWith(w, Exact) == true);
            yield return new($"s like \"%{w}%\"", p => p.S?.Contains(w, Exact) == true);
            yield return new($"s in [\"{w}\", t]", p => p.S is { } s && (s == w || s == p.T));
            yield return new($"s.regexGroup(\"(\\w+)\", 1) = \"{w}\"", p => p.S is { } s && s.Split('-')[0] == w && w.Length > 0);
        }
        yield return new("s = t", p => p.S is not null && p.S == p.T);
        yield return new("s like \"_e%\"", p => p.S is { Length: > 1 } s && s[1] == 'e');
        yield return new("s.matches(\"(?i)^b.*n$\")",
            p => p.S is { } s && s.StartsWith("b",
                StringComparison.OrdinalIgnoreCase) && s.Length > 1 && char.ToLowerInvariant(s[^1]) == 'n');
    }

    private static IEnumerable<Case> Lists()
    {
        foreach (double n in new[] { 0, 1, 2, 3 })
        {
            yield return new($"numbers.count() = {n}", p => (p.Numbers?.Length ?? 0) == n);
            yield return new($"numbers.sum() > {n}", p => (p.Numbers?.Sum() ?? 0) > n);
            yield return new($"numbers.average() >= {n}", p => p.Numbers is { Length: > 0 } x && x.Average() >= n);
            yield return new($"numbers.min() < {n}", p => p.Numbers is { Length: > 0 } x && x.Min() < n);
            yield return new($"numbers.max() = {n}", p => p.Numbers is { Length: > 0 } x && x.Max() == n);
            yield return new($"numbers.includes({n})", p => p.Numbers?.Contains(n) == true);
            yield return new($"{n} in numbers", p => p.Numbers?.Contains(n) == true);
            yield return new($"numbers.intersects([{n}, 9])", p => p.Numbers?.Contains(n) == true);
            yield return new($"numbers.subsetOf([{n}, 1, 2])", p => p.Numbers?.All(x => x == n || x is 1 or 2) == true);
            yield return new($"numbers.supersetOf([{n}])", p => p.Numbers?.Contains(n) == true);
            yield return new($"numbers.distinct().count() > {n}", p => (p.Numbers?.Distinct().Count() ?? 0) > n);
            yield return new($"numbers.filter((N) => N > {n}).count() = 1", p => (p.Numbers?.Count(x => x > n) ?? 0) == 1);
            yield return new($"numbers.map((N) => N + {n}).sum() > 4", p => (p.Numbers?.Sum(x => x + n) ?? 0) > 4);
            yield return new($"numbers.topN((N) => N, {n}).sum() > 2", p => (p.Numbers?.OrderDescending().Take((int)n).Sum() ?? 0) > 2);
            yield return new(
                $"numbers.bottomN((N) => N, {n}).count() = 2", p => (p.Numbers is null ? 0 : Math.Min(p.Numbers.Length, (int)n)) == 2);
            yield return new($"exists N from numbers where N = {n}", p => p.Numbers?.Contains(n) == true);
            yield return new($"forall N from numbers where N >= {n}", p => p.Numbers?.All(x => x >= n) ?? true);
            yield return new($"(select N from numbers where N < {n}).count() > 1", p => (p.Numbers?.Count(x => x < n) ?? 0) > 1);
            yield return new(
                $"(sum N * N over N from numbers where N > {n}) > 3", p => (p.Numbers?.Where(x => x > n).Sum(x => x * x) ?? 0) > 3);
            yield return new(
                $"let M = numbers.max() in (M > {n} and M < 3)", p => p.Numbers is { Length: > 0 } x && x.Max() > n && x.Max() < 3);
        }
        yield return new("tags.intersection([\"x\", \"y\"]).count() = 2", p => p.Tags is { } x && x.Contains("x") && x.Contains("y"));
        yield return new("tags.head() = \"x\"", p => p.Tags is ["x", ..]);
        yield return new(
            "exists N from numbers, T from tags where T = \"x\"", p => p.Numbers is { Length: > 0 } && p.Tags?.Contains("x") == true);
    }

    private static IEnumerable<Case> Times()
    {
        DateTimeOffset today = new(Now.Date, TimeSpan.Zero);
        foreach (int n in new[] { 1, 2, 5, 30 })
        {
            yield return new($"time occurs < {n} days before now", p => p.When is { } w && w <= Now && w > Now.AddDays(-n));
            yield return new($"time occurs <= {n} hours before now", p => p.When is { } w && w <= Now && w >= Now.AddHours(-n));
            yield return new($"time occurs > {n} weeks before now", p => p.When is { } w && w < Now.AddDays(-7 * n));
            yield return new($"time occurs >= {n} days after today", p => p.When is { } w && w >= today.AddDays(n));
            yield return new($"time occurs < {n} months after now", p => p.When is { } w && w >= Now && w < Now.AddMonths(n));
            yield return new(
                $"time occurs = {n} days before today", p => p.When is { } w && w.UtcDateTime.Date == today.UtcDateTime.Date.AddDays(-n));
            yield return new($"time occurs < {n} days from now", p => p.When is { } w && (w - Now).Duration() < TimeSpan.FromDays(n));
        }
        yield return new("time occurs today", p => p.When is { } w && w >= today && w < today.AddDays(1));
        yield return new("time occurs yesterday", p => p.When is { } w && w >= today.AddDays(-1) && w < today);
        yield return new("time occurs before today", p => p.When < today);
        yield return new("time occurs after today", p => p.When >= today.AddDays(1));
        yield return new("time occurs this month", p => p.When is { } w && w.Year == Now.Year && w.Month == Now.Month);
        yield return new("time occurs last month", p => p.When is { } w && w.Year == 2026 && w.Month == 2);
        yield return new("time occurs next year", p => p.When?.Year == 2027);
        yield return new("time occurs on date(2026, 3, 17)", p => p.When is { } w && w.UtcDateTime.Date == new DateTime(2026, 3, 17));
        yield return new("time occurs between date(2026, 3, 1) and date(2026, 3, 20)",
            p => p.When is { } w && w.UtcDateTime >= new DateTime(2026, 3, 1) && w.UtcDateTime < new DateTime(2026, 3, 21));
        yield return new("time.getMonth() = 3", p => p.When?.Month == 3);
        yield return new("time.getYear() = currentYear()", p => p.When?.Year == 2026);
        yield return new("time.getDayOfMonth() > currentDayOfMonth()", p => p.When?.Day > 18);
        yield return new("time < now", p => p.When < Now);
    }

    private static IEnumerable<Case> Truths()
    {
        yield return new("flag", p => p.Flag == true);
        yield return new("not flag", p => p.Flag != true);
        yield return new("flag = false", p => p.Flag == false);
        yield return new("flag.isNull()", p => p.Flag is null);
        yield return new("s.isNotNull() and a.isNull()", p => p.S is not null && p.A is null);
        yield return new("flag and a > 0 or b > 0 and not flag", p => (p.Flag == true && p.A > 0) || (p.B > 0 && p.Flag != true));
        yield return new("(flag or a > 0) and (b > 0 or not flag)", p => (p.Flag == true || p.A > 0) && (p.B > 0 || p.Flag != true));
    }

    private static Person Draw(Random random)
    {
        double? Number() => random.Next(5) == 0 ? null : random.Next(-6, 7) / 2d;
        string? Word() => random.Next(5) == 0 ? null : Words[random.Next(Words.Length)];
        return new Person(
            Number(), Number(), Word(), Word(), random.Next(3) switch { 0 => null, 1 => true, _ => false },
            random.Next(5) == 0 ? null : [.. Enumerable.Range(0, random.Next(5)).Select(_ => (double)random.Next(4))],
            random.Next(5) == 0 ? null : [.. Enumerable.Range(0, random.Next(4)).Select(_ => "xyz"[random.Next(3)].ToString())],
            random.Next(6) == 0 ? null : Now.AddHours(random.Next(2) == 0 ? random.Next(-60, 60) : random.Next(-2000,
                2000)).AddMinutes(random.Next(60)));
    }

    private static Dictionary<string, object?> Document(Person person) => new()
    {
        ["a"] = person.A,
        ["b"] = person.B,
        ["s"] = person.S,
        ["t"] = person.T,
        ["flag"] = person.Flag,
        ["numbers"] = person.Numbers?.Select(object? (number) => number).ToList(),
        ["tags"] = person.Tags?.Select(object? (tag) => tag).ToList(),
        ["time"] = person.When,
    };
}
