using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Aep.Sdk.LandingZones;

namespace Aep.Sdk.Tests.Conventions;

/// <summary>The house rules of the public API.</summary>
public sealed class ConventionTests
{
    private static readonly Assembly[] Libraries = [typeof(AepClient).Assembly, typeof(LandingZoneContainer).Assembly];

    private static readonly Type[] Public = [.. Libraries.SelectMany(library => library.GetExportedTypes())];

    private static readonly Type[] Clients = [.. Public.Where(type =>
        type.IsClass && (type.Name.EndsWith("Client", StringComparison.Ordinal) || type == typeof(LandingZoneContainer)))];

    private static IEnumerable<MethodInfo> ClientMethods => Clients.SelectMany(client =>
        client.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(method => !method.IsSpecialName && method.Name is not ("Dispose" or "DisposeAsync"));

    [Fact]
    public void Clients_can_be_substituted()
    {
        Assert.True(Clients.Length >= 15);
        Assert.All(Clients, client => Assert.False(client.IsSealed, client.Name));
        Assert.All(ClientMethods,
            method => Assert.True(method.IsVirtual && !method.IsFinal, $"{method.DeclaringType!.Name}.{method.Name} is not virtual"));
        Assert.All(Clients, client => Assert.Contains(
            client.GetConstructors(BindingFlags.NonPublic | BindingFlags.Instance),
            constructor => constructor.IsFamily && constructor.GetParameters().Length == 0));
    }

    [Fact]
    public void What_asks_the_platform_is_asynchronous_and_can_be_cancelled()
    {
        Assert.All(ClientMethods, method =>
        {
            bool factory = method.Name is "GetOperation" or "GetJobOperation" or "GetRunOperation" or "ForSandbox" or "ForUser";
            bool task = typeof(Task).IsAssignableFrom(method.ReturnType) || method.ReturnType == typeof(ValueTask);
            bool listing = IsGeneric(method.ReturnType, typeof(AepPageable<>));
            bool stream = IsGeneric(method.ReturnType, typeof(IAsyncEnumerable<>));
            string name = $"{method.DeclaringType!.Name}.{method.Name}";
            Assert.True(factory || task || listing || stream, $"{name} is synchronous");
            if (factory)
                return;
            Assert.True(method.Name.EndsWith("Async", StringComparison.Ordinal), $"{name} does not end in Async");
            if (!listing)
            {
                ParameterInfo last = method.GetParameters().Last();
                Assert.True(last.ParameterType == typeof(CancellationToken) && last.HasDefaultValue,
                    $"{name} takes no CancellationToken at its end");
            }
        });
    }

    [Fact]
    public void Models_are_immutable()
    {
        Type[] records = [.. Public.Where(type => type.GetMethod("<Clone>$") is not null)];
        Assert.True(records.Length > 40);
        // A shape that several records share is an abstract record; it cannot be made on its own.
        Assert.All(records, record => Assert.True(record.IsSealed || record.IsAbstract, $"{record.Name} is not sealed"));
        Assert.All(records.SelectMany(record => record.GetProperties(BindingFlags.Public | BindingFlags.Instance)), property => Assert.True(
            property.SetMethod is null || property.SetMethod.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)),
            $"{property.DeclaringType!.Name}.{property.Name} can be set"));
        Assert.DoesNotContain(Public.SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static)),
            field => !field.IsLiteral && !field.IsInitOnly);
    }

    [Fact]
    public void Converters_of_models_are_public_so_that_a_context_of_the_user_can_name_them()
    {
        Type[] converters = [.. Public.SelectMany(type => type.GetMembers(
                BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly).Append(type))
            .Select(member => member.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType).OfType<Type>()];
        Assert.True(converters.Length > 70);
        Assert.All(converters, converter => Assert.True(
            converter.IsVisible && converter.GetConstructor(Type.EmptyTypes) is not null, $"{converter} cannot be reached"));
    }

    [Fact]
    public void No_library_that_could_be_exchanged_shows_in_the_api()
    {
        IEnumerable<(string Member, Type Type)> seen = Public.SelectMany(type => type.GetMembers(
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(IsVisible).SelectMany(
                member => TypesOf(member).SelectMany(Unwrap).Select(used => ($"{type.Name}.{member.Name}", used))));
        string[] foreign = [.. seen.Where(
            use => use.Type.Namespace?.Split('.')[0] is "Refit" or "Npgsql" or "Polly" or "Azure" || use.Type.Namespace?.StartsWith(
                "Microsoft.Identity", StringComparison.Ordinal) == true)
            .Select(use => $"{use.Member} shows {use.Type}")];
        Assert.Empty(foreign);
    }

    [Fact]
    public void The_library_does_not_know_the_local_platform() => Assert.All(
        Libraries, library => Assert.DoesNotContain(library.GetReferencedAssemblies(),
            reference => reference.Name!.Contains("Emulator", StringComparison.Ordinal)));

    // Refit's own start, which registers the stubs of all modules, would keep all of them in a trimmed program.
    [Fact]
    public void Nothing_runs_when_the_library_is_loaded() => Assert.DoesNotContain(
        typeof(AepClient).Assembly.GetTypes().SelectMany(
            type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)),
        method => method.IsDefined(typeof(ModuleInitializerAttribute)));

    // 0 to 4 as the design ranks them; a module may use those of a lower rank.
    [Fact]
    public void Modules_use_only_those_of_a_lower_rank()
    {
        string[][] ranks =
        [
            ["Schemas", "Identities", "Flows", "Access", "Sandboxes"], ["Datasets", "Mappings", "Profiles", "LandingZones"],
            ["Ingestion", "Queries", "Governance"], ["Destinations"], ["Segmentation"],
        ];
        int RankOf(string module) => Array.FindIndex(ranks, rank => rank.Contains(module));
        foreach (Type type in typeof(AepClient).Assembly.GetTypes().Where(
            type => type.Namespace?.StartsWith("Aep.Sdk.", StringComparison.Ordinal) == true))
        {
            string module = type.Namespace!.Split('.')[2];
            IEnumerable<string> used = type.GetMembers(
                BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .SelectMany(TypesOf).SelectMany(Unwrap).Select(other => other.Namespace).OfType<string>()
                    .Where(name => name.StartsWith("Aep.Sdk.", StringComparison.Ordinal))
                .Select(name => name.Split('.')[2]).Where(other => other is not "Core" && other != module);
            if (module == "Core")
                Assert.True(!used.Any(), $"{type.FullName} of the core knows {string.Join(", ", used)}");
            else if (RankOf(module) >= 0)
                Assert.All(
                    used, other => Assert.True(RankOf(other) >= 0 && RankOf(other) < RankOf(module), $"{type.FullName} uses {other}"));
        }
    }

    private static bool IsGeneric(Type type, Type definition) => type.IsGenericType && type.GetGenericTypeDefinition() == definition;

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily,
        FieldInfo field => field.IsPublic || field.IsFamily,
        PropertyInfo property => property.GetAccessors().Length > 0,
        _ => false,
    };

    private static IEnumerable<Type> TypesOf(MemberInfo member) => member switch
    {
        MethodInfo method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType),
        ConstructorInfo constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
        FieldInfo field => [field.FieldType],
        PropertyInfo property => [property.PropertyType],
        _ => [],
    };

    private static IEnumerable<Type> Unwrap(Type type)
    {
        yield return type;
        foreach (Type inner in type.GetGenericArguments().Concat(type.HasElementType ? [type.GetElementType()!] : []))
        {
            foreach (Type unwrapped in Unwrap(inner))
                yield return unwrapped;
        }
    }
}
