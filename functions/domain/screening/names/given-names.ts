// Given names by which people in Sweden are called, with at least 20 bearers on 31 December 2020, of every origin.
// Source: Statistics Sweden, name statistics (licence CC0, scb.se/vara-tjanster/oppna-data). One name is between two
// spaces or line ends.

/** Names with at least 1,000 bearers that are no word of Swedish or English. */
export const frequentGivenNames = `
Aaron Abbas Abbe Abdi Abdirahman Abdul Abdullah Abdullahi Abdulrahman Adam Adnan Adrian Adriana Agne Agnes Agneta
Agnieszka Ahmad Ahmed Aida Aina Aisha Alaa Alan Albert Albin Aleksandar Aleksandra Alex Alexander Alexandra Alf Alfons
Alfred Algot Ali Alice Alicia Alina Allan Alma Alva Alve Alvin Amal Amanda Amelia Amelie Amer Amin Amina Amira Amy
Anastasia Anders Andrea Andreas Andrew Andrzej André Andréas Anette Angela Angelica Angelika Angelina Anita Anja Ann
Ann-Britt Ann-Charlott Ann-Charlotte Ann-Christin Ann-Christine Ann-Katrin Ann-Kristin Ann-Louise Ann-Mari Ann-Marie
Ann-Sofi Ann-Sofie Anna Anna-Carin Anna-Greta Anna-Karin Anna-Lena Anna-Lisa Anna-Maria Anne Anne-Charlotte Anne-Marie
Anneli Annelie Annette Annica Annie Annika Anthony Anton Antonia Antonio Ari Armin Arne Aron Arthur Artur Arvid Asta
Aston Astrid Aurora Axel Aya Barbara Barbro Beata Beatrice Bella Bengt Benjamin Benny Berit Berndt Bernt Bert Bertil
Betty Bianca Bilal Birger Birgit Birgitta Bjarne Björn Bodil Boel Boris Brita Britt Britt-Inger Britt-Mari Britt-Marie
Britta Bruno Börje Cajsa Calle Camilla Carin Carina Carita Carl Carl-Johan Carlos Carmen Carola Carolin Carolina
Caroline Casper Caspian Cassandra Catarina Catharina Catherine Cathrine Catrin Cecilia Celine Charles Charlie
Charlotta Charlotte Christel Christer Christian Christin Christina Christine Christofer Christoffer Christopher Claes
Claes-Göran Clara Clas Claudia Cleo Colin Conny Cornelia Cristian Cristina Dagmar Dagny Dan Daniel Daniela Daniella
Dante David Denis Denise Dennis Desirée Diana Disa Doris Douglas Dragan Dylan Ebba Ebbe Eddie Edin Edith Edvard Edvin
Edward Edwin Egon Eija Eila Einar Eira Eivor Elena Eleonor Eleonora Elias Elin Elina Elinor Elis Elisa Elisabet
Elisabeth Elise Elizabeth Ella Ellen Ellie Ellinor Elliot Elliott Elly Elma Elmer Elna Elsa Elsie Elsy Elton Elvin
Elvira Elvis Elvy Emanuel Embla Emelie Emil Emilia Emilie Emilio Emily Emina Emma Emmelie Emmie Emmy Engla Enya Eric
Erica Erik Erika Erland Erling Erna Ernst Eskil Estelle Esther Ethel Eva Eva-Britt Eva-Lena Eva-Lotta Evelina Evelyn
Evert Evy Ewa Fabian Fadi Fadumo Fanny Farah Fatemeh Fatima Fatma Felicia Felix Filip Filippa Folke Fredric Fredrik
Fredrika Freja Frida Gabriel Gabriela Gabriella Georg George Georgios Gerd Gert Gertrud Gisela Glenn Goran Greger
Greta Gudrun Gull-Britt Gun Gun-Britt Gunborg Gunbritt Gunhild Gunilla Gunn Gunnar Gunnel Gunvor Gustaf Gustav Göran
Gösta Göte Hadi Hailey Hamid Hampus Hamza Hana Hanan Hani Hanna Hannah Hannes Hans-Erik Harald Harriet Harry Hasan
Hassan Hasse Hedda Hedvig Heidi Helen Helena Helene Helge Helén Heléne Henning Henric Henrik Henry Herman Hilda
Hillevi Hilma Hjalmar Hjördis Holger Huda Hugo Hussein Håkan Ian Ibrahim Ida Idun Igor Ilona Ilse Iman Ina Ines Inez
Ing-Britt Ing-Marie Inga Inga-Britt Inga-Lill Ingalill Ingeborg Ingegerd Ingegärd Ingela Ingemar Inger Ingmar Ingrid
Ingvar Ingvor Irene Irina Irma Iréne Isaac Isabel Isabell Isabella Isabelle Isac Isak Ismail Ivan Ivar Izabella Jaana
Jacob Jacqueline Jakob Jamal James Jamie Jan Jan-Erik Jan-Olof Jan-Olov Jan-Åke Jana Jane Janet Janne Jari Jasmina
Jason Jean Jeanette Jelena Jennie Jennifer Jenny Jens Jerker Jerry Jesper Jessica Jessika Jill Jim Jimmie Jimmy
Joachim Joacim Joakim Joanna Joar Joel Johan Johanna Johannes John Johnny Joline Jonas Jonatan Jonathan Jonna Jonny
Jorge Jose Josef Josefin Josefina Josefine Joseph Josephine José Juan Judith Juha Julia Julian Julie Julius Jörgen Kai
Kajsa Kalle Kari Karim Karin Karina Karl Karl-Erik Karl-Johan Karolina Kasper Katarina Katarzyna Katharina Katja
Katrin Kennet Kenneth Kenny Kent Kenth Kerstin Kevin Khadija Khaled Khalid Kian Kim Kjell Kjell-Åke Klara Klas Krister
Kristian Kristin Kristina Kristofer Kristoffer Krzysztof Kurt Laila Lana Lara Lars Lars-Erik Lars-Gunnar Lars-Göran
Lars-Olof Lars-Åke Lasse Laura Leah Leena Leia Leif Leila Lejla Lena Lennart Leo Leon Leona Leonard Leonardo Levi
Leyla Li Liam Lilian Lillemor Lilly Lina Linda Linn Linnea Linnéa Linus Lisa Lisbet Lisbeth Lise-Lott Lise-Lotte
Liselott Liselotte Livia Liza Loke Loui Louie Louise Lovis Lovisa Lowe Lucas Ludvig Ludwig Luis Lukas Lukasz Luna
Lydia Lykke Madeleine Madelene Magdalena Magnus Mahdi Mahmoud Maj-Britt Maj-Lis Maja Majken Majvor Malak Malgorzata
Malin Malte Malva Manal Manfred Manuel Marcel Marcin Marco Marcus Marek Margareta Margaretha Margit Margot Mari Maria
Mariam Mariana Mariann Marianne Marie Marie-Louise Marielle Marija Marika Marina Mario Marit Marita Marja Markku Marko
Markus Marlene Marta Martin Martina Marwa Mary Maryam Matheo Mathias Mathilda Matilda Mats Matteo Matthias Matti
Mattias Maud Maximilian Maya Md Mehdi Mehmet Melanie Melina Melinda Melissa Melker Melvin Melwin Mhd Mia Micael
Micaela Michael Michaela Michal Michel Michelle Mika Mikael Mikaela Milad Milian Milla Milo Milton Mimmi Minna Mio
Mira Miranda Miriam Mirja Mirjam Moa Mohamad Mohamed Mohammad Mohammed Mollie Molly Mona Monica Monika Morgan Mostafa
Muhammad Muna Mustafa Märta Måns Mårten Nada Nadia Nadja Naima Nancy Naomi Natalia Natalie Nathalie Nellie Nelly Neo
Nicholas Nicklas Niclas Nicolas Nicole Nike Nikki Niklas Nikola Nils Nina Noa Noah Noomi Noor Nora Nour Novalie Ola
Olga Oliver Olivia Oliwer Olle Olof Olov Omar Oscar Oskar Osman Ossian Otto Ove Pamela Patric Patricia Patrick Patrik
Paul Paula Paulina Pauline Pawel Peder Pekka Pelle Per-Anders Per-Arne Per-Erik Per-Ola Per-Olof Per-Olov Per-Åke
Pernilla Peter Petra Petri Petter Philip Pia Pierre Piotr Pirjo Pontus Pär Rafael Ragnar Ragnhild Raija Ralf Ralph
Rami Rana Rania Rasmus Rayan Rebecca Rebecka Regina Reine Renée Reza Richard Rickard Rigmor Riitta Rikard Ritva Robert
Roberto Roland Rolf Ronja Ronnie Ronny Rose-Marie Rosita Roy Ruben Ruth Sabina Sahar Salma Sam Sami Samir Samira
Samuel Sandra Sanna Sara Sarah Sebastian Seija Selma Seth Sigge Signe Sigrid Sigvard Silvia Simon Simone Siri Sirpa
Siv Sixten Smilla Sofi Sofia Sofie Solveig Solvig Sonia Sonja Sophia Sophie Staffan Stefan Stella Stellan Stephanie
Stina Sture Sune Susan Susann Susanna Susanne Suzanne Svante Svea Sven Sven-Erik Sven-Olof Sven-Åke Svetlana Sylvia
Sören Tage Tamara Tanja Tarja Tatiana Ted Teo Teodor Teresa Terese Thea Theo Theodor Theodore Therese Therése Thi
Thomas Thor Tilda Tilde Tim Timmy Timo Timothy Tina Tobias Tomas Tomasz Tommy Toni Tony Tora Torbjörn Tord Torgny
Torsten Tova Tove Tristan Ture Tuula Tuva Tyra Ulf Ulla Ulla-Britt Ulrica Ulrik Ulrika Uno Valdemar Valentin Valentina
Valter Vanessa Vanja Vega Vendela Vera Veronica Veronika Victor Victoria Vidar Viggo Viktor Viktoria Vilgot Vilhelm
Vilma Vilmer Vincent Viveca Viveka Vivianne Vladimir Walid Walter Wilda Wilhelm Wille William Willy Wilma Wilmer Yasin
Yasmin Ylva Yngve Yousef Youssef Yusuf Yvonne Zahra Zainab Zakaria Zandra Zara Zeinab Zoran Åke Åsa Åse Örjan
`;

/** Other names that are no word of Swedish or English. */
export const otherGivenNames = `
Aadhya Aadya Aage Aagot Aaisha Aaliya Aaliyah Aamer Aamina Aamir Aarav Aare Aariz Aarna Aarne Aarno Aaro Aarre Aarush
Aase Aatos Aaya Aayan Abaas Abadit Abanob Abanoub Abas Abass Abaz Abboud Abby Abd Abdal Abdala Abdalah Abdalaziz
Abdalkarim Abdalla Abdallah Abdalle Abdalrahman Abdalrhman Abdalsalam Abdel Abdelali Abdelaziz Abdelfattah Abdelghani
Abdelhadi Abdelhak Abdelhakim Abdelhamid Abdelilah Abdelkader Abdelkarim Abdelkrim Abdella Abdellah Abdellatif
Abdelmajid Abdelrahim Abdelrahman Abdelwahab Abderrahim Abderrahman Abderrahmane Abderrazak Abdeslam Abdessamad
Abdiasis Abdiaziz Abdibasid Abdifatah Abdifitah Abdigani Abdihafid Abdihakim Abdihakin Abdihamid Abdijabar Abdikadar
Abdikadir Abdikafi Abdikani Abdikarim Abdikarin Abdikhadar Abdiladif Abdilahi Abdillahi Abdimajid Abdimalik Abdinajib
Abdinasir Abdinur Abdiqadir Abdiqafar Abdiqani Abdirahim Abdirahin Abdirahmaan Abdirashid Abdirazak Abdirisaaq
Abdirisak Abdirisaq Abdirizak Abdisalam Abdisalan Abdisamad Abdisamed Abdishakur Abdiwahab Abdiwahid Abdiwali Abdiweli
Abdo Abdol Abdollah Abdolreza Abdou Abdoul Abdoulaye Abdoulie Abdourahman Abdu Abdukadir Abdula Abdulaahi Abdulah
Abdulahad Abdulahi Abdulamir Abdulatif Abdulazeez Abdulaziz Abdulbaki Abdulbari Abdulbaset Abdulelah Abdulfatah
Abdulfattah Abdulghani Abdulhadi Abdulhai Abdulhakim Abdulhalim Abdulhamid Abdulilah Abduljabbar Abduljalil Abdulkader
Abdulkadir Abdulkareem Abdulkarim Abdulkerim Abdull Abdulla Abdullaahi Abdullatif Abdullrahman Abdulmajid Abdulmalek
Abdulmalik Abdulmasih Abdulnaser Abdulnasser Abdulqader Abdulqadir Abdulrahim Abdulraouf Abdulrazak Abdulrazzak
Abdulrazzaq Abdulrhman Abdulsalam Abdulsattar Abdulwahab Abdulwahid Abduqadir Abdur Abdurahim Abdurahman Abdurrahim
Abdurrahman Abdusalam Abduselam Abeba Abebe Abedin Abeer Abeir Abel Abgar Abhay Abhilash Abhinav Abhishek Abi Abid
Abida Abidin Abiel Abigael Abigail Abiha Abir Abjar Abla Abo Abod Abolfazl Abolghasem Aboubacar Aboud Abraha Abraham
Abrahim Abram Abrar Abrehet Abrham Abrhet Abshir Abshiro Abtin Abu Abubakar Abubaker Abubakr Abubeker Abukar Abul
Abulfazl Abuukar Abuzar Abyan Achilleas Achilles Achim Achraf Acke Aco Ada Adal Adalet Adama Adan Adar Adarsh Aday
Adde Addi Addis Ade Adea Adeeb Adeel Adela Adelaida Adelaide Adele Adeleh Adelia Adelie Adelin Adelina Adeline Adelisa
Adella Adelle Adem Ademir Aden Adham Adhanet Adhanom Adhraa Adhurim Adi Adiam Adian Adib Adiba Adil Adila Adile Adin
Adina Adine Adis Adisa Aditi Aditya Admir Admira Admon Adna Adnaan Adnana Adolf Adolfo Adomas Adonai Adonay Adonis
Adora Adriaan Adrianna Adriano Adrianus Adriatik Adriel Adrien Adrienn Adrienne Adrijan Adrijana Adrina Adrián Advija
Advik Adwar Adyam Adyan Adèle Adéla Adéle Aedah Aeman Aesha Afaf Aferdita Afewerki Affan Afia Afif Afifa Afnaan Afnan
Afra Afraa Afrah Afram Afrem Afrim Afrodita Afrodite Afroditi Afroza Afsana Afsaneh Afsar Afshan Afshin Aftab Afzal
Agapi Agata Agatha Agathe Agathon Agaton Agda Agge Aghdas Aghiad Aghyad Agid Agim Agit Agnes-Cecilia Agnesa Agnese
Agnete Agnetha Agnez Agnès Agné Agon Agop Agrin Agron Agust Agustin Agustina Ahad Ahd Ahed Ahin Ahlaam Ahlam Ahlem
Ahmadreza Ahmedin Ahmet Ahmmad Aho Ahsan Ahti Ai Aia Aicha Aidah Aidan Aidas Aiden Aidin Aigars Aiham Aija Aikaterini
Aiko Aila Aileen Aili Ailin Ailo Aima Aimal Aiman Aime Aimee Aimen Aimo Aimée Ain Ainhoa Aini Aino Aira Airi Airin
Aisa Aishah Aisho Aishwarya Aissa Aissatou Aiste Aitor Aiva Aivaras Aivars Aivy Aiza Aja Ajan Ajana Ajat Ajay Ajda
Ajdin Aje Ajet Ajete Aji Ajin Ajisa Ajit Ajka Ajla Ajlin Ajmal Ajna Ajnur Ajsa Ajsela Ajshe Ajten Akad Akam Akar Akash
Akbar Akberet Akeel Akhil Akhtar Aki Akif Akiko Akil Akila Akilles Akira Aklilu Akmal Ako Akos Akram Akrem Aksana
Aksel Akseli Akshay Ala Ala'a Alaaeddin Aladdin Aladin Alae Alaeddin Alagie Alain Alam Alamin Alana Aland Alara
Alastair Alazar Alba Albana Albaraa Albena Alber Alberina Alberta Albertina Alberto Albi Albina Albion Albiona Alborz
Albulena Albus Alda Alde Alden Aldijana Aldin Aldina Aldis Aldo Aldona Aldor Aldrin Alea Aleah Alec Alecia Aleen
Aleena Aleeza Aleh Aleida Alejandra Alejandro Alek Aleks Aleksa Aleksander Aleksandr Aleksandras Aleksandrs Aleksei
Aleksej Aleksejs Aleksey Aleksi Aleksis Alem Alemtsehay Alena Alend Alenka Alesia Alessa Alessandra Alessandro Alessia
Alessio Alev Alexa Alexandar Alexandr Alexandre Alexandria Alexandrina Alexandro Alexandros Alexandru Alexei Alexej
Alexey Alexi Alexia Alexios Alexis Alexius Alexsander Alexsandra Alexzander Alexzandra Aleya Aleyah Aleyna Alf-Erik
Alfhild Alfie Alfonso Alfonz Alfredo Alfrida Alganesh Algirdas Alhagie Alham Alhan Alhasan Alhassan Ali-Reza Alia
Aliaa Aliah Aliakbar Aliaksandr Aliaksei Aliana Aliasghar Alica Alicja Alida Alieh Alieu Alija Alijan Alije Alik
Alikhan Aliki Alim Alima Alin Alinda Alinde Alinne Aliona Alireza Alis Alisa Alisar Alise Alisha Alishba Alisher
Alisia Alisina Alison Alissa Alissar Alistair Alita Alivia Alix Aliya Aliyah Aliye Aliz Aliza Alize Alizia Aljona Alka
Alketa Allaa Alland Allegra Allex Alli Allie Allis Allison Almaas Almas Almasa Almaz Almedin Almedina Almer Almida
Almin Almina Almir Almira Alois Alojz Alok Alona Alondra Aloniab Alonso Alparslan Alperen Alphonse Alpo Alrik Altaf
Altay Altea Althea Altin Altina Alton Alvaro Alvi Alvida Alvina Alvira Alvis Alvy Alvydas Alwa Alwalid Alwan Alwe
Alwin Aly Alya Alyaa Alyan Alyssa Alzbeta Amaal Amaar Amad Amadeo Amadeus Amadeuz Amadou Amaia Amalia Amalie Aman
Amandeep Amandine Amandus Amane Amani Amaniel Amanj Amanuel Amanullah Amany Amar Amara Amarildo Amarjit Amaro Amaru
Amaya Ambjörn Ambreen Amed Ameen Ameena Ameera Amel Amela Ameli Amelija Amena Amenah Ameneh Amera Amet Amez Amgad Ami
Amie Amiin Amiir Amiira Amil Amila Amilia Aminadab Aminah Aminat Aminata Aminda Amine Amineh Aminullah Amirah Amirali
Amirhossein Amiro Amirreza Amit Amitis Amjad Amjed Amleset Ammara Ammi Ammie Ammy Amna Amnah Amne Amneh Amol Amon
Amonrat Amor Amornrat Amos Amparo Amporn Amr Amra Amran Amrit Amrita Amro Amélie Ana-Maria Ana-Marija Anaam Anab
Anabel Anabela Anabella Anabelle Anabia Anahi Anahid Anahit Anahita Anais Anakin Analyn Anam Anamaria Anamarija Anand
Ananda Ananya Anass Anastacia Anastasiia Anastasija Anastasios Anastasiya Anastassia Anastazja Anatoli Anatolii
Anatoly Anaya Anaïs Anca Anchalee Anci Andela Andelina Andelka Anderson Anderz Andi Andis Andja Andjela Andjelija
Andjelina Andjelka Ando Andom Andon Andor Andranik Andreaz Andree Andreea Andrei Andreia Andrej Andreja Andrejs Andrey
Andreé Andri Andria Andriana Andrias Andrii Andrija Andrijana Andrina Andrine Andris Andrius Andriy Andro Andromeda
Andrus András Andréa Andrée Andrés Anduena Andy Andzelika Ane Anea Anees Aneesa Anel Anela Anelia Anelma Anes Anesa
Anessa Anestis Aneta Anete Aneth Anethe Anett Anetta Anfa Anfal Angele Angeli Angelie Angeliki Angelin Angeline
Angeliqa Angelique Angelita Angella Angelo Angelos Angesom Angham Angie Angjelina Angosom Angus Angéla Angélica
Angélique Anh Anhar Anhur Ania Anibal Anica Anicka Anida Aniela Anik Anika Aniko Anikó Anil Anila Anina Anine Anirudh
Anisa Anish Anisha Aniso Anisoara Anissa Anitha Anitta Anjali Anjana Anjela Anjelica Anjelina Anji Anju Anke Anker
Anki Ankica Ankido Ankie Ankit Ankita Ankur Anmar Anmol Ann-Carin Ann-Carina Ann-Caroline Ann-Catherine Ann-Cathrin
Ann-Cathrine Ann-Catrin Ann-Catrine Ann-Charlotta Ann-Chatrin Ann-Chatrine Ann-Christina Ann-Cristin Ann-Cristine
Ann-Elisabeth Ann-Eva Ann-Gerd Ann-Gret Ann-Greth Ann-Helen Ann-Helene Ann-Helén Ann-Heléne Ann-Ida Ann-Jeanette
Ann-Karin Ann-Kathrin Ann-Kathrine Ann-Katrine Ann-Kersti Ann-Kerstin Ann-Kristina Ann-Kristine Ann-Lis Ann-Louice
Ann-Louis Ann-Maj Ann-Margaret Ann-Margareta Ann-Margareth Ann-Margret Ann-Margrete Ann-Margreth Ann-Margrethe
Ann-Maria Ann-Marlene Ann-Sophie Ann-Therese Ann-Viol Anna-Bella Anna-Belle Anna-Brita Anna-Britt Anna-Britta
Anna-Cajsa Anna-Cari Anna-Carina Anna-Cecilia Anna-Charlotta Anna-Christina Anna-Clara Anna-Eva Anna-Frida Anna-Helena
Anna-Ida Anna-Kaisa Anna-Kajsa Anna-Kari Anna-Katarina Anna-Kerstin Anna-Klara Anna-Kristina Anna-Leena Anna-Liisa
Anna-Lill Anna-Lotta Anna-Maija Anna-Maj Anna-Maja Anna-Malin Anna-Mari Anna-Marie Anna-Mia Anna-Märta Anna-Pia
Anna-Sara Anna-Sofia Anna-Stina Anna-Vera Annabel Annabell Annabella Annabelle AnnaCarin Annagreta Annah Annahita
AnnaKarin Annalena Annalisa AnnaMaria Annas Annasara Annbritt Anncharlott Anncharlotte Annchristin Annchristine
Anne-Britt Anne-Catherine Anne-Cathrine Anne-Catrine Anne-Charlott Anne-Chatrine Anne-Christin Anne-Christine
Anne-Gerd Anne-Helene Anne-Karin Anne-Katrin Anne-Katrine Anne-Kristin Anne-Kristine Anne-Lee Anne-Li Anne-Lie
Anne-Lii Anne-Lill Anne-Lis Anne-Lise Anne-Louise Anne-Maarit Anne-Maj Anne-Margret Anne-Mari Anne-Maria Anne-May
Anne-Mette Anne-Sofi Anne-Sofie Anne-Sophie Annefrid Annegret Anneke Annele Annelee Annelen Annelies Anneliese Annelis
Annelise Annemari Annemarie Annemo Annet Anneth Annethe Annett Annevi Anngelica Annhild Anni Annick Annicka
Annie-Marie Anniina Anniken Annikka Annikki Annina Anniqa Annis Annita Annkatrin Annki Annkristin Annlis Annlouise
Annmari Annmarie Annsofi Annsofie Annsophie Annukka Annvor Anny Anong Anoop Anouar Anouk Anri Ansam Ansgar Anssi
Antanas Antero Anthon Anthoni Anthonia Antigona Antigone Antigoni Antje Anto Antoaneta Antoine Antoinette Antonela
Antonella Antoneta Antoni Antonie Antonija Antonina Antonino Antonios Antonis Antonius Antony Antoun Antranik Antti
Antun Antwan António Anu Anuar Anujin Anum Anund Anuradha Anush Anusha Anvar Anwar Anwer Anxhela Anya Anzal Anzhela
Anzhelika Anzor Aos Aous Aparna Apinya Apollo Apollonia Apolonia Apoorva Apostolos Aprilia Aqeel Aqil Aqila Aqsa Ara
Arabella Araceli Arad Arafat Aragsan Aram Aramis Aran Aranka Aranya Aras Arash Aravind Araya Araz Arazo Arben Arbenita
Arber Arbesa Arbi Arbnor Arbnora Arbnore Arbresha Arbër Archana Archie Arda Ardalan Ardeshir Ardi Ardian Ardiana
Ardijan Ardijana Ardit Ardita Ardo Ardwan Aree Areeba Areej Areen Areerat Aref Areti Arez Arezo Arezoo Arezou Arfa
Arfan Arghavan Argjend Argyro Arham Ari-Pekka Ariadna Ariadne Ariam Ariana Ariane Arianit Arianna Arianne Arie Ariel
Ariella Arielle Arieta Arif Arifa Arife Arij Arijan Arijana Arijeta Arild Arin Arina Ario Arion Aris Arisa Arisara
Arish Arisha Aristidis Aristotelis Arita Arivan Ariya Ariyan Arja Arjan Arjana Arjanit Arjeta Arjin Arjun Arkadiusz
Arkan Arlene Arleta Arlette Arlind Arlinda Arlo Armaan Armaghan Arman Armand Armanda Armandas Armando Armands Armani
Armas Armel Armend Armi Armida Armina Arminas Armine Armita Arn Arna Arnaldo Arnar Arnas Arnaud Arnav Arnel Arnela
Arnes Arnfinn Arnhild Arni Arnis Arno Arnold Arnt Arnulf Aro Aronas Aros Arpad Arpine Arpita Arsalan Arsam Arsema
Arsen Arshad Arsham Arshed Arshia Arsiema Arsim Arslan Artak Artan Artem Artemis Arti Artin Artina Artiom Artis Artjom
Artjoms Arto Arttu Arturas Arturo Arturs Arun Aruna Arunas Arunee Arve Arvi Arvin Arvind Arvo Arvydas Arwa Arwen Arwid
Arwin Ary Arya Aryam Aryan Aryana Aryo Arzija Arzo Arzu Asa Asaad Asad Asadollah Asadullah Asaf Asal Asan Asbjörn
Aseel Asef Asel Asem Asena Asenat Aser Asgeir Asger Asghar Asha Ashar Ashenafi Asher Ashish Ashkan Ashley Ashna Asho
Ashok Ashor Ashot Ashour Ashraf Ashti Ashur Ashutosh Ashwak Ashwaq Ashwin Ashwini Asia Asif Asifa Asija Asil Asim
Asima Asinat Asir Asiya Asiyah Asiye Asja Askalu Aske Asker Asko Aslak Aslam Aslan Aslaug Asli Aslihan Asllan Aslög
Asma Asmaa Asmae Asmahan Asmait Asmar Asmelash Asmeret Asmerom Asmin Asmir Asmira Asmo Aso Aspasia Asra Asraa Asrin
Assad Assadullah Assal Assan Assar Assel Assem Asser Assia Assil Asso Aste Astera Asterios Astor Astra Astri Astrit
Asuman Aswan Asya Ata Atakan Ataklti Atanas Atchara Atdhe Atef Atefa Atefe Atefeh Atena Athanasia Athanasios
Athanassios Athar Atharv Atheer Athena Athina Athir Athra Athraa Atia Atie Atieh Atif Atifa Atika Atila Atilla Atina
Atiq Atiqullah Atiya Atiye Atle Atli Atosa Atousa Atra Atrin Atta Atte Attila Atul Aubrey Aud Audrey Audrius Audrone
Augin Augusta Augustas Auguste Augustin Augustina Augustine Augusto Aukse Auli Aulikki Aulis Aulon Aulona Aune Aung
Aurel Aurela Aurelia Aurelian Aurelija Aurelijus Aurelio Aurimas Auron Aurore Aurélie Aus Ausra Austeja Austin Auvo
Ava Avalon Avan Avani Avdi Avdija Avdo Avdyl Aveen Aveline Avery Avesta Avina Avinash Aviva Avni Avraam Awa Awad Awais
Awale Awan Awara Awat Awatef Awatif Awaz Awet Aweys Awil Awin Awni Awo Aws Axelia Axelina Axia Axl Axmed Ayaa Ayaan
Ayaanle Ayaat Ayad Ayah Ayan Ayana Ayanle Ayar Ayat Ayaz Aycha Ayda Aydan Ayden Aydin Ayeh Ayesha Ayfer Aygül Ayham
Ayhan Ayisha Aykut Ayla Ayleen Aylen Aylin Ayline Ayman Aymen Ayna Ayni Aynur Ayob Ayoob Ayoub Ayra Aysar Ayse Aysegül
Aysel Aysen Aysenur Aysha Aysu Aysun Aytekin Ayten Ayub Ayumi Ayush Ayuub Ayyub Aza Azaan Azad Azadeh Azal Azam Azamat
Azan Azar Azat Azeb Azeez Azem Azema Azemina Azemine Azer Azhar Azhin Azieb Azim Azin Azita Aziz Aziza Azize Azizeh
Azizullah Azjargal Azlan Azmera Azmi Azra Azur Azza Azzam Azzeddine Ba Baba Babak Baban Babar Babette Baboucarr Babu
Bachar Bachir Bader Badia Badiaa Badou Badr Badra Badri Badria Badriya Bafrin Bagher Baha Bahaa Bahadir Bahador Bahar
Bahara Baharak Bahare Bahareh Baher Bahia Bahij Bahija Bahja Bahjat Bahjo Bahman Bahnan Bahoz Bahra Bahram Bahri
Bahrija Bahrije Bahzad Bai Baian Baiba Bailasan Bailey Bajram Bajramsa Bajro Bakary Bakhan Bakhtawar Bakhtiar
Bakhtiyar Bakhtyar Bakir Bakr Bakri Baktash Bala Balaji Balazs Baldur Balint Balkis Balqees Balqis Baltazar Balthazar
Baltzar Balwinder Balázs Bamo Banafsheh Banaz Baneen Bang-On Bangon Banin Bano Banu Bao Baptiste Baqer Baraa Baraah
Baraka Barakat Baran Barbora Bardhyl Bardia Barham Barin Baris Barlin Barna Barnabas Barni Barry Bartek Bartlomiej
Bartosz Barwaqo Barzan Basam Basel Basem Basema Bashar Basheer Basher Bashiir Bashir Bashkim Basim Basima Basir Basira
Basit Baskim Basma Basmala Basman Basoz Basra Basri Bassam Bassel Bassem Bassim Bassima Bassma Bastiaan Bastian
Bastien Bat-Erdene Batol Batool Batoul Battal Batuhan Batul Bawan Bawar Bawer Bayan Bayar Bayarmaa Baydaa Bayram Bdour
Bea Beate Beatrix Beatriz Bechir Becir Becky Beda Bedia Bedirhan Bedri Bedrija Bedrije Bedros Begard Bego Behar Behara
Behare Behdad Beheshta Behija Behije Behiye Behjat Behnam Behnan Behnaz Behrad Behrang Behrooz Behrouz Behroz Behxhet
Behzad Bei Beiron Beka Bekhal Bekim Bekir Bela Belal Belan Belen Belgin Belinay Belinda Belkis Belkisa Belma Belmin
Belén Bemnet Benafsha Bence Benedict Benedicta Benedicte Benedikt Benedikte Bengin Bengt-Anders Bengt-Arne Bengt-Eric
Bengt-Erik Bengt-Gunnar Bengt-Göran Bengt-Inge Bengt-Ola Bengt-Olle Bengt-Olof Bengt-Olov Bengt-Ove Bengt-Åke Bengta
Bength Benhur Beni Beniamin Benicio Benin Benita Benitha Benito Benjawan Benji Benkt Benn Bennet Benneth Benni Bennie
Benno Benoit Bente Benthe Bentley Benyam Benyamin Beppe Beqir Beraki Berat Bercin Berdan Bereket Beren Berenice Berfin
Berglind Bergliot Berhan Berhane Berhanu Berhe Beri Berihu Berin Berina Berislav Beritan Berith Berivan Berk Berkan
Berkant Berkay Berke Berken Berna Bernadeta Bernadett Bernadetta Bernadette Bernard Bernarda Bernardita Bernardo Bernd
Berne Bernhard Bernice Berno Bernt-Erik Bernt-Olof Bernt-Ove Bernt-Åke Bernth Berny Berrin Bert-Inge Bert-Ola
Bert-Olof Bert-Ove Bert-Åke Berta Bertel Bertha Berthold Bertram Bertrand Bertta Berzan Besa Besan Besart Besarta
Besfort Beshar Beshir Beshoy Besian Besiana Besim Besima Besime Besir Besjana Besma Besmir Besnik Besrat Bessi Bessie
Beston Betel Betelehem Betelhem Betelihem Beth Bethany Bethel Bethlehem Betiel Betim Betina Betlehem Betol Betoul
Betsy Bettan Bettie Bettina Betul Betül Beverly Bewar Beyan Beyar Beyene Beyhan Beyza Bharat Bharath Bhupinder Bia
Bianka Bibbi Bibi Bich Bijan Bilaal Bilel Bilguun Biljana Billal Bille Billie Bim Binasa Bing Binh Biniam Biniyam
Binta Binti Bintou Binyam Binyamin Birgir Birgith Birgitha Birgitt Birgitte Birgül Birhat Birk Birna Birol Birsen
Birte Birthe Biruk Birute Bisan Bisera Biserka Bishar Bisharo Bismillah Bisrat Bissan Bisse Bitania Bittan Bitte
Bjarke Bjarki Bjarni Björg Björn-Erik Björn-Olof Björn-Olov Björn-Ove Björn-Åke Björne Bjørn Blagica Blagoj Blagoja
Blagoje Blaise Blake Blanca Blanche Blazej Blazenka Bleart Bledar Blen Blenda Blendi Bleon Bleona Blerim Blerina
Bleron Blerona Blerta Bnar Bo-Anders Bo-Arne Bo-Christer Bo-Erik Bo-Gunnar Bo-Göran Bo-Inge Bo-Lennart Bo-Åke Boban
Bobbie Bobbo Bobi Bobo Bodo Bogdan Bogdana Bogg Boglárka Bogumil Bogumila Boguslaw Boguslawa Bohdan Boi Boine Bojana
Boje Bojne Boleslaw Bolormaa Bonita Bora Boran Borghild Borgny Borhan Borislav Borivoje Borka Borko Boro Borys Boshra
Bosiljka Bosko Bosse Botan Botond Botros Botvid Boubacar Bouchaib Bouchra Boulos Boushra Boutros Bowen Boyan Bozana
Bozena Bozenna Bozica Bozidar Bradley Brage Brahim Bram Brandon Branimir Branislav Branislava Branka Brankica Branko
Bratislav Braulio Brayan Brenda Brendan Brendon Brent Brhan Brhane Brian Briana Brianna Bricken Bridget Brigita
Brigitta Brigitte Briitta Brikena Brit Brith Britt-Karin Britt-Lis Britt-Louise Britt-Maria Britt-Marianne Britt-Sofie
Brittany Britte Britte-Marie Brittmari Brittmarie Brkti Bronislaw Bronislawa Brooke Brooklyn Bror-Erik Bruce Brunhilde
Brunilda Brwa Bryan Bryar Brygida Brynjar Brynolf Bsrat Buba Bubacarr Bujar Buket Bukurije Bulent Burak Burbuqe Burcu
Burhan Burim Burkhard Buruk Bushra Busra Buthaina Butrint Butros Byron Bálint Bärbel Bård Béatrice Béla Börge Bülent
Bünyamin Büsra Cabdi Caesar Cafer Cahit Cai Cain Caisa Caitlin Caitlyn Caj Cajsa-Stina Caleb Cali Calin Calista Calla
Callie Callum Cally Calum Calvin Camelia Cameron Camil Camila Camilia Camille Camilo Canan Candice Candra Caner Cansu
Cao Cara Caren Cari Carianne Carine Caritha Carl-Adam Carl-Anders Carl-Anton Carl-Arne Carl-Axel Carl-Bertil
Carl-Christian Carl-David Carl-Emil Carl-Eric Carl-Erik Carl-Evert Carl-Filip Carl-Fredrik Carl-Gunnar Carl-Gustaf
Carl-Gustav Carl-Göran Carl-Gösta Carl-Hampus Carl-Henric Carl-Henrik Carl-Hugo Carl-Ivar Carl-Lennart Carl-Magnus
Carl-Marcus Carl-Martin Carl-Michael Carl-Mikael Carl-Olof Carl-Olov Carl-Oscar Carl-Oskar Carl-Otto Carl-Peter
Carl-Philip Carl-Robert Carl-Wilhelm Carl-William Carl-Åke Carla Carljohan Carlo Carlota Carlotta Carly Carmel Carmela
Carmelita Carmelo Carmencita Carmina Carna Carole Caroliné Carolyn Carrie Carsten Cary Casandra Casey Casimir Caspar
Cassie Cassius Castiel Cataleya Catalin Catalina Cate Caterina Caterine Catharine Catherina Cathleen Cathrin Cathrina
Cathy Cathérine Catia Catja Cato Catrina Catrine Catriona Cattis Cavit Cay Cayden Cazandra Cazim Cazper Cazzandra
Ceasar Cebastian Cebrail Cecil Cecile Cecilie Cecylia Cedomir Cedric Cedrik Celal Celeste Celestine Celia Celicia
Celie Celin Celina Celinn Celinne Celiné Celise Celvin Cem Cemal Cemil Cemile Cengiz Cengizhan Cenita Cenk Cennet
Cenneth Cenny Ceren Cerny Cesar Cesare Cesilia Cetin Cevdet Cevin Ceyda Ceyhun Ceylan Ceylin Cezar Cezary Chadi Chadia
Chafik Chahd Chaima Chaimaa Chaitanya Chaiwat Chalak Chalisa Chalita Cham Chaman Chamiram Chamiran Chamoun Chan
Chandra Chandrika Chanel Chanell Chanelle Chanette Chang Chanida Channa Chanphen Chantal Chantana Chantel Chantell
Chantelle Chao Charalambos Charalampos Charbel Charikleia Charilaos Charina Charlee Charlene Charley Charli Charline
Charlize Charlott Charly Charmaine Chasmine Chatarina Chatrin Chatrine Chau Chaudhry Chawan Chaweewan Chaza Cheikh
Chelsea Chelsie Chen Chenar Cheng Cherie Cherif Cherin Cherno Cherstin Cheryl Chester Chetan Chevy Cheyenne Chia
Chiara Chiman Chinar Chinedu Ching Chinguun Chintana Chioma Chirin Chloe Chloé Chloë Chmouni Chnar Chokri Choman
Chonthicha Chotika Chra Chris Chrisoula Chrissie Christ Christa Christabel Christell Christelle Christiaan Christiana
Christiane Christiano Christie Christl Christo Christof Christoforos Christoph Christophe Christopher-Robin Christos
Christy Chro Chrysoula Chun Chung Chutima Cia Cian Ciara Ciaran Cicci Cicilia Cidra Cigdem Cihan Cilla Cillian Cim
Cina Cinar Cindra Cindy Cinthia Cintia Ciprian Ciri Ciro Cissi Ciwan Claes-Bertil Claes-Eric Claes-Erik Claes-Gunnar
Claes-Henrik Claes-Håkan Claes-Johan Claes-Magnus Claes-Olof Claes-Ove Claes-Peter Claes-Uno Claes-Åke Claire Clare
Clarence Clarice Clarie Clarissa Clarisse Clarita Clark Clary Clas-Erik Clas-Göran Clas-Håkan Clas-Åke Claude
Claudette Claudine Claudio Claudiu Claus Clayton Claés Clea Clemens Clementine Cleopatra Clifford Clint Clinton Clive
Clément Cléo Coco Cody Colette Collin Collins Colm Concepcion Cong Conni Connie Connor Conor Conrad Constance
Constanta Constantin Constantina Constantine Constantinos Constanza Constanze Consuelo Cora Coralie Corazon Cordelia
Corey Corina Corinna Corinne Cornel Cornelis Corneliu Cornelius Cory Cosette Coskun Cosmin Cosmo Costel Courtney Craig
Crispin Cristel Crister Cristhian Cristiana Cristiane Cristiano Cristin Cristine Cristobal Cristofer Cristoffer
Cristopher Cruz Csaba Csilla Cuong Curth Curtis Cveta Cvetanka Cvijeta Cynthia Cyprian Cyril Cyrine Cyrus Czeslaw
Czeslawa Cécile Cédric Céleste Céline César Cüneyt Da Daad Daahir Daan Daban Dace Dafina Dafne Dafni Dage Dagfinn
Dagmara Dahab Dahabo Dahen Dahir Dahn Dai Daiana Daiga Daina Dainis Dainius Daiva Dajana Dalaa Dalal Dali Dalia
Dalibor Daliborka Dalida Dalil Dalila Dalin Dalina Dalius Daliya Daljit Dallas Dalma Dalmar Dalshad Dalton Dalya
Damaris Damian Damien Damir Damjan Damla Damon Dan-Anders Dan-Axel Dan-Erik Dan-Inge Dan-Ola Dan-Olof Dan-Ove Dan-Åke
Danah Danai Danait Danayt Dandan Dane Daner Dang Dani Dania Daniah Danial Daniar Danica Daniele Danielius Daniell
Danielle Daniels Daniil Danijal Danijel Danijela Danil Danila Danilo Danin Danis Danish Daniyal Daniél Daniéla Daniël
Danja Danjel Danko Danna Danne Danni Dannie Danny Danut Danuta Danute Dany Danya Danyal Danyar Danyel Danylo Dao Daoud
Daphne Dara Dardan Dareen Darek Daren Daria Darian Darija Darijo Darin Darina Darine Darinka Dario Daris Darius
Dariush Dariusz Darja Darko Darlene Darmin Daro Daron Darren Darryl Darshan Darun Darunee Darvan Darvin Darwin Darya
Daryan Daryl Daryoush Dashti Dastan Dat Daud Daut Dave Davi Davida Davide Davin Davina Davinder Davis Davod Davood
Davor Davoud Davud Davut Davy Dawan Dawda Dawid Dawit Dawlat Dawod Dawood Dawoud Dawud Dayan Dayana Dayib Dea Deana
Debbie Debesay Debora Deborah Debra Decibelle Declan Deema Deena Deepa Deepak Deepika Deepthi Deepti Deeq Deeqa Deeqo
Defne Dehab Deimante Deirdre Deividas Dejan Dejana Dejen Deka Dekan Deko Delal Delan Delara Delaram Deldar Deler Delia
Delicia Delil Delila Delilah Delin Delina Della Delmon Delphine Delsa Delshad Delvin Dema Demba Demet Demi Demian
Demila Demir Dena Denan Denes Denho Deni Denice Denisa Deniss Denisse Denisé Deniz Denize Denni Dennie Denniz Denny
Denver Denys Denzel Deon Deqa Deqo Derar Dereje Derek Derick Derin Dersim Dervis Dervisa Derya Desa Desale Desanka
Desbele Desideria Desiree Desireé Desiré Desislava Desmond Despina Despoina Desta Destan Detlef Dev Devi Devid Devin
Devon Devran Devrim Dewi Dewin Dexter Deyan Dhafer Dheyaa Dhia Dhruv Dhuha Dhulfiqar Dhurata Dhurgham Diaa Diab Diako
Diala Dian Diane Dianna Dianne Diaz Dib Diba Dibora Dicle Didar Didem Didi Didier Didric Didrick Didrik Diego Diellza
Diem Diep Dietmar Dietrich Dieu Dieudonne Diezel Dijana Dijar Dijon Dikran Dila Dilan Dilara Dilay Dilba Dilbar Dilber
Dildar Dildora Dilek Diler Dilip Dilman Dilovan Dilshad Dilshod Dilvin Dima Dimah Diman Dimen Dimitar Dimitra Dimitri
Dimitrij Dimitrije Dimitrios Dimitris Dimosthenis Dinah Dinara Dindar Dinesh Dinh Dinka Dinko Dino Dio Diogo Dion
Diona Dionis Dionysios Dior Diora Ditte Divina Divna Divora Divya Dixie Diya Diyako Diyana Diyar Diza Djamal Djamel
Djamila Djellza Djordje Djuro Dler Dlin Dlovan Dmitri Dmitrii Dmitrij Dmitrijs Dmitriy Dmitry Dmytro Doa Doaa Doan
Dobrica Dobrila Dodou Dogan Doha Doina Dolores Domagoj Domantas Domas Domenic Domenico Domenik Domingo Dominic
Dominick Dominik Dominika Dominique Dominykas Donald Donart Donata Donatas Donatella Dong Donia Donika Donja Donjeta
Donna Donnie Donny Donovan Donya Dora Dorcas Dorde Dordi Doreen Dorel Dorela Dorentina Dorian Dorin Dorina Dorit Dorna
Dorota Dorotea Dorothea Dorothee Dorothy Dorottya Dorrit Dorsa Dorte Dorthe Dorthy Doru Doruntina Doua Douaa Douha
Dounia Dovile Dovydas Dragana Dragi Dragica Draginja Dragisa Drago Dragoljub Dragomir Dragos Dragoslav Dragutin Drasko
Drazen Dren Drilon Drin Driss Drita Dritan Driton Duaa Duangjai Duangporn Dubravka Dubravko Duc Duha Dulce Dulguun
Dumitru Duncan Dunia Duniya Dunja Dunya Duong Duraid Durdica Durga Durim Duro Dusan Dusanka Dusica Dusko Dustin Duy
Duygu Dwayne Dyako Dyala Dyana Dyar Dzafer Dzana Dzemail Dzemal Dzemila Dzenan Dzenana Dzeneta Dzenis Dzenita Dzevad
Dzevada Dzevat Dzintra Dzmitry Dániel Dávid Dénise Désirée Dóra Döndü Döne Dörte Ebaa Ebbot Ebenezer Eber Eberhard
Ebon Ebou Ebraheem Ebrahem Ebrahim Ebrima Ebru Ebtesam Ebtisam Ebubekir Ebyan Ecaterina Ece Eckhard Ecrin Eda Eddi
Edel Edeltraud Edessa Edgar Edgaras Edgard Edgardo Edgars Edhem Edi Edib Edibe Edie Edina Edion Edip Edis Edisa Edison
Edita Editha Ediz Edla Edlira Edmon Edmond Edmund Edmundas Edmundo Edna Edo Edoardo Edom Edon Edona Edonis Edor
Edouard Edris Edson Eduard Eduardo Eduards Eduart Edvardas Edvina Edvinas Edwar Edwina Edy Edyta Eelis Eerik Eero Eetu
Eeva Eeva-Liisa Eevi Efe Effat Effie Efraim Efrain Efrata Efrem Efstathios Efstratios Efthimia Efthymia Eftychia Efva
Efwa Ege Egidijus Egil Egill Egle Egor Egzon Egzona Eha Ehab Ehlin Ehsan Ehsanullah Ehssan Eia Eiad Eid Eida Eide
Eigil Eija-Liisa Eije Eilaf Eileen Eiler Eilert Eili Eily Eiman Eimantas Eina Einas Eine Eini Eino Eirik Eirin Eirini
Eiron Eisa Eissa Eive Eivin Eivind Eivy Eiwor Eja Ejaz Eje Ejla Ejlert Ejna Ejnar Ejne Ejub Ejup Ejve Ejvind Ejvor
Ekaterina Ekaterini Ekhlas Ekin Ekram Ekrem Ela Elaf Elaha Elahe Elaheh Elaine Elana Elanor Elanur Elba Elbasan Elchin
Eldana Eldin Eldina Eldon Elea Eleanor Eleanore Electra Eleen Elefteria Elefterios Eleftheria Eleftherios Eleine
Elektra Elemina Elene Eleni Elenor Elenora Elenore Eleonore Elez Elfete Elfi Elfrida Elfriede Elham Elhame Elhana
Elheme Eli Elia Eliab Eliah Eliam Elian Eliana Eliane Eliaz Elice Elicia Elida Elie Eliel Elif Elife Eliina Eliisa
Elija Elijah Elijas Elika Elilta Elim Elinda Eline Elinn Elinne Elinora Elinore Elio Elion Eliona Elionor Elionore
Eliora Eliot Eliott Elisabeta Elisabetta Elisar Elisavet Elisaveta Eliseo Elisha Elisia Elisiv Eliska Elissa Elissavet
Elisé Elita Eliya Eliyas Eliz Eliza Elizabet Elizabeta Elizabete Elizaveta Elize Elizia Eljas Elke Ella-Britt Ellah
Elle Ellena Elleni Ellenor Ellenore Ellert Elli Ellica Ellida Ellika Ellin Elling Ellinora Ellinore Ellion Ellionor
Ellioth Ellis Elmar Elmas Elmaz Elmedin Elmedina Elmi Elmin Elmina Elmir Elmira Elmo Elnara Elnaz Elnur Elo Elodie
Elof Eloisa Eloise Elon Elona Elora Elouise Elov Eloy Elpida Elric Els-Britt Els-Mari Els-Marie Elsa-Britt Elsabet
Elsbeth Elsbritt Else-Britt Else-Maj Else-Mari Else-Marie Elsebeth Elsi Elsie-Britt Elsie-Marie Elsmari Elsmarie
Elsvig Elvan Elvana Elvar Elve Elvedin Elvedina Elver Elvi Elvie Elviira Elvina Elvine Elving Elvir Elvisa Elwin
Elwina Elwira Elyan Elyana Elyas Elyon Elza Elzana Elzbieta Ema Emaan Emad Emal Eman Emanuela Emanuele Emanuell
Emanuella Emebet Emeka Emel Emeli Emelia Emelin Emelina Emelinda Emeline Emelié Emellie Emely Emeric Emerson Emese Emi
Emiko Emila Emile Emili Emilian Emiliano Emilija Emilis Emiliya Emilié Emils Emin Emine Emira Emirhan Emla Emma-Karin
Emma-Li Emma-Lisa Emma-Louise Emma-Maria Emmah Emmanouil Emmanuel Emmanuella Emmanuelle Emme Emmeli Emmelina Emmeline
Emmely Emmet Emmett Emmi Emmilie Emmily Emmylou Emna Emnet Emra Emrah Emran Emre Emric Emrick Emrik Emrullah Emy
Emélie Emöke Enaam Enayat Endel Ender Endi Endre Endri Endrit Enea Eneas Enerel Enesa Engin Enguun Engy Eni Enid Enida
Enikö Enis Enisa Enise Enja Enji Enkhjin Enkido Enlil Enn Enna Enni Ennio Ennis Enno Enny Enoch Enock Enok Enrico
Enrique Ensaf Ensar Ensieh Ensio Entela Entesar Entisar Enver Enzo Eoin Ephraim Ephrem Eray Erblin Erblina Ercan Erdal
Erdem Erdi Erdin Erdinc Erdogan Erduan Eren Erene Erfan Ergin Ergün Erhan Erhard Eri Erich Erick Erikas Eriks Erin
Erina Erion Eris Erisa Eritrea Erja Erjon Erjona Erkan Erkhes Erkin Erkki Erla Erlend Erlinda Erma Ermal Erman Ermias
Ermin Ermina Ermir Ermira Ermiyas Ernad Ernes Ernest Ernesta Ernestas Ernestine Ernesto Ernie Ernö Erol Eroll Eron
Erona Eros Errol Ersan Ersin Ertan Ertugrul Erva Ervin Ervina Ervis Erwin Eryk Erza Erzebet Erzsebet Erzsébet Eréne
Esa Esad Esaias Esam Esat Esayas Esben Esbjörn Ese Eser Esey Eseyas Esfandiar Esha Eshaal Eshagh Eshal Eshaq Esila
Esin Eskandar Esko Eslam Esma Esmaeil Esmael Esmail Esmat Esmatullah Esme Esmer Esmeralda Esmir Esmira Espen Esperance
Esperanza Esra Esraa Esrom Essa Essam Essey Essi Essie Essy Esteban Estefania Estela Estella Estera Esteri Estifanos
Eston Estrella Estrid Eszter Etel Etelka Ethan Ethar Ethem Ethiopia Etienne Ettore Etty Euan Eufemia Eugen Eugene
Eugenia Eugenie Eugenio Eugeniusz Eugén Eulalia Eun Eunice Eva-Birgitta Eva-Brita Eva-Britta Eva-Carin Eva-Carina
Eva-Charlotte Eva-Christin Eva-Christina Eva-Christine Eva-Gun Eva-Kajsa Eva-Karin Eva-Kerstin Eva-Kristin
Eva-Kristina Eva-Li Eva-Lill Eva-Lis Eva-Lisa Eva-Liz Eva-Lott Eva-Lotte Eva-Louise Eva-Maj Eva-Mari Eva-Maria
Eva-Marie Eva-Pia Eva-Stina Evabritt Evagelia Evagelos Evald Evaldas Evalena Evalill Evalott Evalotta Evan Evana
Evangelia Evangelina Evangeline Evangelos Evans Evanthia Evdokia Evdoxia Eveliina Evelin Eveline Evelinn Evelyne
Evelynn Evgeni Evgenia Evgenii Evgeniia Evgenij Evgeniy Evgeniya Evgeny Evi Evian Evica Evie Evin Evina Evita Evlin
Evon Evonne Evren Evrim Ewa-Britt Ewa-Lena Ewa-Lotta Ewa-Maria Ewa-Marie Ewald EwaLena Ewan Ewelina Ewelyn Ewert
Ewonne Ewy Eya Eyad Eyas Eyasu Eyerusalem Eyla Eylem Eylül Eyman Eymen Eyob Eyra Eyup Eyvind Eyvor Eyyüp Eyüp Ezana
Ezat Ezatullah Ezekiel Ezel Ezequiel Ezgi Ezio Ezra Ezzat Faaduma Faadumo Fabiana Fabien Fabienne Fabio Fabiola
Fabrice Fabricio Fabrizio Fabronia Facundo Fadak Fadel Fadhel Fadhil Fadhila Fadia Fadil Fadila Fadilj Fadimana Fadime
Fadma Fadoua Faduma Fadwa Fady Fadya Faez Faeza Faezeh Fahad Fahd Fahed Faheem Fahim Fahima Fahime Fahimeh Fahma Fahmi
Fahmida Fahmo Fahreta Fahrettin Fahri Fahrija Fahrije Fahriye Fahrudin Faihaa Faik Fairouz Faisa Faisal Faiso Faiz
Faiza Faizan Fajer Fajr Fakher Fakhri Fakhria Falah Falak Falastin Falis Falke Fanar Fani Faniel Fanni Fannie Fanta
Fanuel Fanus Faouzi Faouzia Farahnaz Faraj Faramarz Faranak Farangis Faraz Farbod Fardawsa Fardin Fardos Fardosa
Fardous Fardowsa Fardowso Fardus Fareed Farh Farha Farhad Farhan Farhana Farhang Farhat Farhia Farhio Farhiya Farhiyo
Faria Fariba Fariborz Farid Farida Faridah Farideh Fariha Farima Faris Farishta Fariza Farjana Farkhondeh Farman
Farnaz Farnoosh Farok Farooq Farouk Farouq Farrah Farrokh Farrukh Farshad Farshid Fartun Fartuun Faruk Faryal Farzad
Farzam Farzan Farzana Farzane Farzaneh Farzin Fasil Fata Fatah Fataneh Fatbardha Fateh Fatema Fatemah Fateme Fatena
Fathi Fathia Fathieh Fathima Fathiya Fati Fatih Fatiha Fatim Fatimah Fatime Fatimeh Fatin Fatina Fatjon Fatjona
Fatlinda Fatlum Fatlume Fatmata Fatme Fatmeh Fatmir Fatmire Fatmé Fatna Faton Fatos Fatou Fatouma Fatoumata Fatoumatta
Fatuma Fatumo Fausto Fauzia Favour Fawad Fawaz Fawzi Fawzia Fawziya Fay Faya Fayad Fayaz Faycal Faye Fayez Fayrouz
Faysal Fayza Fayzeh Fazal Fazel Fazil Fazila Fazile Fazli Febe Feben Febronia Feda Fedaa Federica Federico Fedor Fedra
Fehim Fehima Fehime Fehmi Fei Feisal Felice Felicitas Feliks Felipe Felisia Felizia Femi Femke Feng Fenix Fenja Feras
Ferat Ferdane Ferdi Ferdinand Ferdos Ferdous Fereidoon Ferenc Fereshta Fereshte Fereshteh Fergus Ferhad Ferhan Ferhat
Ferial Ferid Ferida Feride Feridun Ferit Feriz Ferki Ferman Fernanda Fernando Feroz Feruz Feruza Feryal Festim Festus
Fethi Feti Fetija Fetije Feven Fevzi Feysal Feyza Fhilip Fia Fida Fidaa Fidan Fidel Fideli Fidelie Figen Figge Figo
Fikret Fikreta Fikri Fikrije Fikriye Filemon Filimon Filipa Filipe Filiph Filipp Filippo Filippos Filiz Filloreta
Filmon Filomena Filsan Finan Findus Fingal Finley Fiona Fiorella Fiori Firooz Firouz Firouzeh Firoz Firuza Firyal
Fisnik Fithawit Fitim Fitnete Fitore Fitsum Fiyori Fiza Fizza Fjodor Flamur Flavia Flavio Fleming Flemming Fleur
Floarea Florence Florencia Florens Florent Florentin Florentina Florian Floriana Florica Florida Florie Florijan
Florije Florim Florina Florinda Flory Floyd Flurije Flutra Flutura Flynn Fnan Foaad Foad Foday Foos Forat Forough
Forouzan Fortuna Fosiya Foteini Fotini Fotios Fouad Fouzi Fouzia Fowsia Fowsiya Fowsiyo Fowzia Fozia Fran Franca
Frances Francesca Francesco Franceska Francine Francis Francisc Francisca Francisco Franciscus Franciska Franciszek
Franck Franco Francois Francoise Franjo Franke Frankie Franklin Franko Frantisek Franz Franziska François Frasse
Frauke Fredd Freddi Freddie Freddy Frede Frederic Frederick Frederik Frederika Frederikke Fredrica Fredrich Fredrick
Fredy Frehiwet Freia Freija Frej Freselam Freshta Fresia Freweini Freweyni Frey Freya Freyja Freyr Frial Fridah Fride
Frideborg Fridha Fridolf Frieda Friederike Friedrich Frishta Frithiof Fritiof Fritjof Frits Fritz Frode Frozan Fryal
Frédéric Fthawi Fthawit Fu Fuaad Fuad Fuat Funda Furaha Furat Furkan Furqan Furtuna Futsum Fyori Félix Gabi Gabija
Gabor Gabrail Gabriele Gabrielius Gabriell Gabrielle Gabrijel Gabrijela Gabro Gaby Gada Gael Gaetano Gagik Gaia Gail
Gailan Gaith Galal Galia Galina Galip Galyna Gamal Gamil Gamze Gana Ganchimeg Ganesh Gani Ganimete Ganna Gantulga
Ganzorig Garabet Gareth Garima Garo Garry Gary Gashaw Gaspar Gaspard Gassan Gaston Gatis Gaurav Gavin Gayane Gayathri
Gayatri Gazal Gazi Gazmend Geanina Gebrail Gebrehiwet Gediminas Geert Geertruida Geeta Geetha Gehan Geir Gelila Gelu
Gema Gemma Genc Genet Genevieve Genowefa Genti Gentiana Gentijana Gentjan Gentrit Geoffrey Georges Georget Georgeta
Georgette Georgi Georgia Georgiana Georgij Georgina Georgio Georgis Georgos Georgy Gerald Geraldine Gerard Gerardo
Gerardus Gerasimos Gerda Gerdt Gerdy Gergana Gergely Gerges Gergö Gerhard Gerlinde Germaine Germund Gerold Geron
Geronimo Gerrit Gerry Gerson Gert-Arne Gert-Erik Gert-Inge Gert-Olof Gert-Ove Gert-Åke Gerth Gerthy Gerti Gertie
Gertrude Gerty Getachew Getoar Gevorg Gevriye Geza Gezim Ghada Ghadah Ghadeer Ghader Ghadir Ghaidaa Ghaith Ghaleb
Ghali Ghalia Ghalib Ghandi Ghanem Ghania Ghanim Gharam Gharib Ghasan Ghasem Ghassan Ghattas Ghazal Ghazala Ghazaleh
Ghazi Ghazwan Ghena Ghenet Ghenwa Gheorghe Gheorghita Ghiath Ghidey Ghina Ghirmay Ghita Ghizlane Ghofran Gholam
Gholamhossein Gholamreza Ghorban Ghufran Ghulam Ghusoun Gia Giacomo Gian Giancarlo Gianfranco Giang Gianina Gianluca
Gianna Gianni Giannis Gibril Gibson Gideon Gidey Giedre Giedrius Giesela Gigi Gihan Gil Gila Gilbert Gilberto Gilda
Gillian Gillis Gina Ginny Gino Gintaras Gintare Gintautas Gints Giorgi Giorgia Giorgio Giovanna Giovanni Girish Girma
Girmay Gisele Gisella Giselle Gisli Git Gita Gitana Gith Giti Gitt Gitta Gittan Gitte Gity Giulia Giuliana Giuliano
Giulio Giuseppe Giuseppina Gizela Gizella Gizem Gjon Gladis Gladys Gleb Glena Glenda Goce Godfrey Godwin Gohar Goitom
Gojko Gokul Golala Golaleh Golam Goliat Golnaz Golshan Gona Gonzalo Gor Gorana Gordan Gordana Gordon Gorgis Gorica
Gorm Gospava Gottfrid Gottfried Gotthard Govand Gracia Graciela Gracjan Graeme Graham Graziella Grazina Grazyna Greg
Gregor Gregorio Gregory Gresa Gretchen Grete Gretel Gretha Grethe Grethel Grigor Grigore Grigori Grigorios Grimm
Griselda Grmay Grzegorz Gréta Guadalupe Gudbjörg Gudmund Gudmundur Gudrún Gufran Guido Guilherme Guillaume Guillermo
Guje Gulala Gule Guled Guleed Guli Gulistan Gull-Maj Gull-Mari Gull-Marie Gullan Gullbritt Gullevi Gulli Gullie
Gullmaj Gullmar Gullveig Gullvi Gullvor Gulmira Gulnara Gulnaz Gulshan Gun-Inger Gun-Lis Gun-Maj Gun-Mari Gun-Marie
Gunda Gunde Gundel Gunder Gunel Gungerd Gunila Gunita Gunlis Gunlög Gunn-Britt Gunn-Marie Gunnbritt Gunne Gunnela
Gunnemar Gunnevi Gunni Gunnie Gunnila Gunnilla Gunno Gunta Gunter Guntis Gunvald Gunvi Guo Gurbet Guri Gurli Gurly
Guro Gurpreet Gus Gustas Gustave Gustavo Gustaw Gusten Gusti Guzal Gwen Gytis Gyula Gyöngyi György Györgyi Gzim Gábor
Gärda Géza Gëzim Gökhan Gölin Gönül Gördis Görel Görgen Göril Görkem Göta Göthe Gözde Gül Gülay Gülbahar Gülcan Gülden
Güler Gülhan Gülistan Gülizar Güllü Gülsah Gülsen Gülseren Gülsüm Gültekin Gülten Gülüzar Günay Güner Günes Günter
Günther Gürkan Gürsel Güven Haakon Haawo Haben Habib Habiba Habibe Habibeh Habibo Habibollah Habibullah Habiibo Habip
Habon Haboon Habsa Habte Habteab Habtemariam Habtom Habtu Hacer Haci Hadar Hadas Haddy Hadeel Hadeer Hadel Hadia
Hadija Hadije Hadil Hadir Hadis Hadisa Hadish Hadiya Hady Hadya Hafez Hafid Hafida Hafiz Hafiza Hafize Hafizullah
Hafsa Hafsah Hafso Hager Hagop Hagos Hai Haiat Haidar Haide Haider Haidi Haidie Haidy Haifa Haifaa Haile Haileab
Hailemariam Hailie Hailu Haimanot Haisam Haissam Haitham Haithem Haiyan Hajara Hajdar Hajer Haji Hajir Hajira Hajnalka
Hajra Hajrija Hajrije Hajro Hajrudin Hakam Hakeem Haki Hakija Hakim Hakima Hakimeh Hakimo Hakki Hakon Halah Halala
Haldis Haldo Haldor Haleema Haleh Halema Haley Hali Halid Halida Haliimo Halil Halim Halima Halime Halimeh Halimo
Halina Halis Halit Halla Halldor Halmat Haluk Halvar Halvard Halyna Hama Hamad Hamada Hamda Hamdan Hamdi Hamdia
Hamdija Hamdo Hamed Hameed Hami Hamida Hamide Hamideh Hamidreza Hamidullah Hamilton Hamish Hamit Hammad Hamodi Hamoud
Hampuz Hamsa Hamse Hamzah Hamzat Hamze Hamzeh Hanaa Hanaan Hanad Hanadi Hanae Hanane Hanasa Handan Handren Haneen Hanh
Hania Hanibal Hanie Hanieh Hanif Hanifa Hanife Hanim Hanin Haniya Haniyeh Hanna-Karin Hanna-Leena Hanna-Mari
Hanna-Maria Hanna-Sofia Hannan Hannele Hannelore Hanni Hannibal Hannie Hanno Hannu Hanny Hano Hans-Arne Hans-Bertil
Hans-Börje Hans-Christer Hans-Christian Hans-Dieter Hans-Eric Hans-Evert Hans-Fredrik Hans-Georg Hans-Gunnar
Hans-Göran Hans-Gösta Hans-Henrik Hans-Inge Hans-Joachim Hans-Jörgen Hans-Jürgen Hans-Lennart Hans-Mikael Hans-Ola
Hans-Olof Hans-Olov Hans-Otto Hans-Ove Hans-Peter Hans-Åke Hansi Hany Hao Harbi Hardi Hareem Haregu Harena Hari
Hariette Haris Harisa Harish Harith Harleen Harley Harman Harold Haron Haroon Haroun Harout Harpreet Harri Harrieth
Harriett Harriette Harris Harrison Harsha Hartmut Harun Harutyun Harvey Hasanain Haseeb Hashem Hashi Hashim Hashir
Hashmatullah Hasib Hasiba Hasibe Hasibullah Hasija Hasim Hasime Hasina Hasmik Hasna Hasnaa Hasnain Hasnija Hasret
Hassane Hassen Hassina Hassna Hasti Hataw Hatem Hatice Hatidza Hatim Hatixhe Hatun Haval Havana Havanna Havannah Havin
Havva Hawa Hawar Haweya Hawkar Hawo Hawra Hawraa Hawraz Hawre Hawzhin Haxhi Haya Hayam Hayan Hayat Hayatullah Haydar
Hayden Hayder Hayet Hayfa Hayfaa Hayk Haylee Hayley Haylie Hayman Haymanot Hayrettin Hayri Hayriye Haysam Haytham
Haythem Hazal Hazar Hazbije Hazem Hazha Hazhar Hazim Hazir Hazrat Heam Heba Hebah Hebatullah Hebbe Hedayat Heddy Hedi
Hedieh Hedija Hedil Hediye Hedro Hedwig Hedy Hege Heidar Heide Heidemarie Heidie Heidrun Heidy Heike Heikki Heiko
Heimo Heine Heini Heino Heinrich Heinz Hekmat Hektor Hekuran Helal Helan Heleen Heleena Helené Helfrid Helgi Heli
Helia Helin Helina Helinä Heljä Helka Hella Helle Hellen Hellevi Helli Hellin Helly Helma Helmer Helmi Helmut Helmuth
Helmy Helny Helvi Hely Helya Heléna Hema Hemant Hemen Hemi Hemin Hemn Hena Hend Henda Hendrik Hendrika Heng Hengameh
Henke Henni Hennie Henny Henok Henos Henri Henrick Henriett Henrietta Henriette Henrika Henrique Henryk Henryka Hera
Heran Herbert Hercules Herdis Heresh Herish Herje Herkules Herkus Hermann Hermela Hermes Hermina Hermine Hermon Hernan
Hernando Hersh Herta Hertha Herve Hervor Hervé Hesam Hesham Heshmat Hesho Hetem Heva Heval Hevar Heven Hevi Hevin Hewa
Hewan Heyam Heydar Heylie Hiab Hiam Hiba Hibaaq Hibaq Hibba Hibo Hicham Hichem Hicran Hidajet Hidajeta Hidajete Hidat
Hidaya Hien Hieu Hikma Hikmat Hikmet Hila Hilal Hilary Hilbert Hild Hilde Hildegard Hildegun Hilding Hildur Hilja
Hilkka Hilla Hillary Hille Hilmar Hilmer Hilmi Hilmija Hima Himan Himanshu Himzo Hina Hinda Hira Hiro Hiroko Hiromi
Hirut Hisham Hivi Hivin Hiwa Hiwet Hiwot Hiyab Hiyabel Hiyam Hjalte Hla Hoa Hoai Hoang Hobbe Hoda Hodan Hodo Hoger
Hogir Hoi Hojat Holley Hollie Homa Homaira Homam Homan Homayon Homayoun Homeira Honar Hong Honia Honorata Honya Hoodo
Hooman Hooshang Horacio Horia Hormoz Horst Hosam Hosana Hosea Hosein Hoshang Hoshiar Hoshyar Hosni Hossain Hossam
Hossein Hossin Houda Houman Houria Housam Houshang Houssam Houssein Hovhannes Howard Hozan Hoàng Hristijan Hristina
Hristo Hrvoje Htoo Hua Huan Hubert Hugh Hui Hulya Huma Humaira Humam Humayun Humberto Humera Hunar Hunor Huong Huria
Huriye Huruy Husain Husam Huseen Husein Husejin Huseyin Husham Husna Husni Husnija Huso Hussain Hussam Hussien Hussin
Huu Huy Huyen Huzaifa Hyab Hyam Hyrije Hysen Hysni Hysnije Hyun Härje Håkon Håvard Héctor Hélen Hélena Hélene Hélène
Héléne Hülya Hüseyin Ia Iain Iana Iara Iason Ib Ibadete Ibado Iben Ibolya Ibraahim Ibragim Ibraheem Ibrahem Ibrahima
Ibro Ibtesam Ibtihal Ibtisam Ibtissam Ida-Karin Ida-Li Ida-Maria Ida-Marie Idah Idde Idha Idil Idiris Idman Ido Idrees
Idris Idriss Idriz Idunn Ieman Ieva Ifeanyi Ifeta Ifraah Ifrah Iftikhar Iftin Iga Igballe Iggy Ignacio Ignacy Ignas
Igors Ihab Ihor Ihsan Ihssan Iida Iina Iiris Ijaz Ika Ikaros Ikbal Ike Ikechukwu Iker Ikhlas Iklas Ikra Ikraam Ikraan
Ikram Ikran Ilaf Ilan Ilana Ilari Ilaria Ilayda Ilda Ildiko Ildikó Ileana Ilektra Ilhaan Ilham Ilhan Ilhana Ili Ilia
Iliam Ilian Iliana Ilias Ilie Ilija Ilin Ilina Ilinca Ilinka Ilir Iliriana Ilirjana Iliya Ilja Iljas Ilka Ilkay Ilker
Ilkka Ilknur Illia Ilma Ilmar Ilmari Ilmi Ilmo Ilo Ilon Ilone Ilonka Ilpo Ilsa Ilva Ilwaad Ilwad Ilya Ilyaas Ilyan
Ilyas Ilyes Ilze Ima Imaan Imad Imane Imani Imants Imed Imelda Imen Imer Imke Immanuel Imogen Impi Imra Imraan Imran
Imre Imtiaz Inaam Inaaya Inam Inana Inanna Inara Inas Inaya Inci India Indir Indira Indra Indre Indrek Indy Ine Inesa
Inese Inessa Ineta Ing-Gun Ing-Lis Ing-Louise Ing-Mari Inga-Brita Inga-Britta Inga-Greta Inga-Kajsa Inga-Karin
Inga-Kerstin Inga-Lena Inga-Lis Inga-Lisa Inga-Maj Inga-Maja Inga-Maria Inga-Marie Inga-May Inga-Märta Inga-Stina
Ingabritt Ingalena Ingalis Ingamaj Ingar Ingbert Ingbritt Inge-Britt Inge-Gerd Inge-Marie Ingebjörg Ingel Ingeli
Ingelise Ingelöv Ingemo Inger-Lena Inger-Lise Ingert Ingi Ingibjörg Inglis Ingmari Ingmarie Ingo Ingolf Ingri Ingrida
Ingun Ingunn Ingus Ingvald Ingvild Inis Inkeri Inna Ino Insaf Intesar Inthira Inti Intisar Intissar Inès Inés Inês Io
Ioan Ioana Ioanna Ioannis Iona Ionel Ionela Ionut Iordanis Iosif Ioulia Ipek Iqbal Iqlaas Iqlas Iqra Iqro Ira Irada
Iraj Iraklis Iram Iran Irem Iren Irena Ireneusz Irené Irfan Irini Irja Irmantas Irmeli Irmelie Irmelin Irmgard Irmina
Irshad Irvin Irving Iryna Irén Isaak Isaaq Isabela Isabellé Isack Isadora Isaiah Isaias Isam Isaq Isatou Isayas Ise
Iselin Iselinn Isha Ishaan Ishak Ishan Ishaq Ishita Isho Ishtar Isidor Isidora Isis Iskandar Iskander Iskender Iskra
Isla Isma Ismaeel Ismaeil Ismael Ismahan Ismaila Ismar Ismat Ismet Ismeta Ismir Ismo Ismuni Isobel Isola Isolde Isra
Israa Israt Issa Issac Issak Issam Isse Istahil Istar Istvan István Isuf Italo Iulia Iulian Iuliana Iuliia Iurii Iva
Ivana Ivanka Ivanna Ivano Ivars Ivaylo Ive Iveta Ivett Ivette Ivi Ivica Ivka Ivo Ivon Ivona Ivonne Iván Iwa Iwan Iwona
Iyad Iyas Iza Izabel Izabela Izabell Izabelle Izac Izadora Izak Izdihar Izel Izet Izeta Izla Izudin Izzat Izzet Izzy
Jaad Jaafar Jaak Jaakko Jaan Jaanus Jabar Jabbar Jaber Jabir Jabril Jace Jacek Jacinta Jackeline Jackie Jacklin
Jackline Jackob Jackson Jacky Jacobus Jacop Jacopo Jacques Jacquline Jad Jaden Jadranka Jadranko Jadwiga Jae Jael
Jafar Jaffar Jagoda Jahan Jahangir Jahn Jai Jaime Jainaba Jairo Jake Jaklin Jakop Jakov Jakub Jakup Jalal Jaleh Jalil
Jalila Jalmar Jamaal Jameel Jameela Jamel Jamela Jamil Jamila Jamilah Jamile Jamileh Jamilla Jamina Jamshed Jamshid
Jan-Allan Jan-Anders Jan-Arne Jan-Axel Jan-Bertil Jan-Christer Jan-Eric Jan-Evert Jan-Fredrik Jan-Gunnar Jan-Henrik
Jan-Håkan Jan-Inge Jan-Ingvar Jan-Ivan Jan-Ivar Jan-Krister Jan-Lennart Jan-Magnus Jan-Michael Jan-Mikael Jan-Ola
Jan-Olav Jan-Ole Jan-Olle Jan-Ove Jan-Owe Jan-Peter Janan Janat Janek Janelle Janeric Janerik Janeth Janett Janette
Janez Jani Janica Janice Janicke Janie Janika Janina Janine Janis Janit Janita Janja Janjira Janka Janko Jann Janna
Jannah Jannat Jannatul Janneke Jannet Jannette Janni Jannica Jannice Jannick Jannicke Jannie Jannik Jannika Jannike
Jannis Janny Jano Janos Janusz Jaouad Jaqline Jaqueline Jaquline Jara Jard Jared Jarek Jari-Pekka Jariya Jarkko Jarle
Jarmila Jarmo Jarno Jaromir Jaroslav Jaroslava Jaroslaw Jarunee Jaruwan Jasamin Jasar Jasem Jasenka Jasenko Jaser
Jashar Jasim Jasin Jasminka Jasminko Jasna Jaspreet Jassem Jasser Jassim Jassin Jasvir Jaswinder Javad Javed Javeria
Javid Javier Javiera Jawad Jawaher Jawahir Jawdat Jawhar Jawid Jax Jaxon Jaya Jayce Jayden Jayne Jayson Jazmin Jazmine
Jazon Jean-Baptiste Jean-Claude Jean-Marc Jean-Paul Jean-Philippe Jean-Pierre Jeane Jeanethe Jeanett Jeanine Jeanna
Jeanne Jeannette Jeannie Jebril Jedrzej Jeff Jefferson Jeffery Jeffrey Jehan Jehona Jekaterina Jela Jelica Jelina
Jelizaveta Jelka Jelle Jemal Jemil Jemila Jemima Jemina Jemma Jen Jena Jenan Jeni Jenifer Jeniffer Jenin Jenjira Jenna
Jennah Jennelie Jenni Jennica Jennie-Ann Jenniefer Jenniffer Jennika Jennipher Jenny-Ann Jennyfer Jens-Erik Jens-Ola
Jens-Olof Jens-Patrik Jens-Peter Jenz Jenö Jeppe Jere Jeremia Jeremiah Jeremias Jeremie Jeremy Jeroen Jerome Jerusalem
Jerzy Jes Jesaja Jesica Jesmin Jespher Jess Jesse Jessi Jessicka Jessie Jessy Jesus Jeta Jetmir Jetmira Jeton Jette
Jevgeni Jevgenij Jevgenijs Jezper Jezzica Jhon Jhonatan Jhonny Ji Jia Jian Jiaqi Jiayi Jibril Jidapa Jie Jihan Jihane
Jila Jilan Jillian Jima Jimena Jimi Jimie Jimmi Jin Jina Jinan Jinda Jing Jingjing Jingyi Jino Jintana Jiraporn
Jirawan Jiri Jirina Jitka Jiyan Joa Joackim Joan Joana Joanne Joannis Joao Joaquim Joaquin Joceline Jocelyn Jocelyne
Jochen Jochum Jocke Jockum Jodi Jodie Jody Joe Joeline Joella Joelle Joen Joey Johakim Johana Johann Johanna-Louise
Johannah Johanne Johar John-Eric John-Erik John-John John-Olof John-Olov John-Åke Johnas Johnathan Johni Johnie Johnna
Johnni Johnnie Johnson Johny Jojje Jokubas Jolan Jolanda Jolanta Jolene Jolie Jolin Jolina Jolita Joma Jomaa Jomana
Jon-Erik Jona Jonah Jonalyn Jonathon Jonaz Jone Jonel Jones Joni Jonida Jonis Jonn Jonnah Jonne Jonni Jonnie Jonte
Jony Joo Jood Joon Joona Joonas Joost Joppe Jordan Jordanka Jordi Jordy Jori Jorid Joris Jorma Jorun Jorunn Jory
Josefa Josefiné Joseline Joselyn Josep Josephin Josephina Josette Joshua Josiah Josiane Josias Josie Josif Josip
Josipa Jostein Josua Josue Josué Joséphine Joud Joudi Joudy Jouko Jouli Joulia Jouline Joumana Jouni Jouri Joury
Jousef Joussef Jovan Jovana Jovanka Jovanna Jovica Jovita Jovo Jowan Jowita Joyce Joze Jozef Jozefa Jozefina Jozo
Jozsef João Joël Juana Juanita Judi Judit Judy Judyta Juha-Pekka Juhan Juhani Juho Jukka Jukka-Pekka Jules Juliana
Juliane Julianna Julianne Juliano Julien Juliet Julieta Julietta Juliette Julija Julijana Julina Juline Julio Julissa
Julita Juliusz Juma Jumaa Juman Jumana Jun Juna Junaid June Jung Junia Junie Junjie Junko Juno Junuz Juozas Juraj
Jurate Jure Jurgen Jurgita Juri Jurica Jurij Jurijs Juris Jusef Jussi Justas Justin Justina Justinas Justine Justus
Justyna Jusuf Jutta Juuso Juvelia Juweriya Jwan Jwana Jyoti Jyri Jyrki Jytte Ján János Jérémie Jérémy Jón Józef József
Jöns Jöran Jörel Jörg Jörn Jørgen Júlia Jürgen Jüri Ka Kaan Kaare Kaarina Kaarlo Kabher Kabi Kabiel Kabir Kacper Kada
Kadar Kaddy Kadhim Kadi Kadiatou Kadija Kadir Kadira Kadra Kadri Kadrija Kadrije Kadriye Kafa Kafaa Kafia Kahin Kahsay
Kahtan Kaia Kaija Kaila Kainat Kaino Kais Kaisa Kaisar Kaiser Kaisu Kaitlin Kaitlyn Kaiwan Kaj-Erik Kaj-Åke Kajal
Kajetan Kajin Kajs-Marie Kajsa-Lena Kajsa-Lisa Kajsa-Stina Kajus Kajza Kaleab Kaleb Kaled Kalervo Kalevi Kali Kalid
Kalin Kalina Kalkidan Kalliopi Kally Kalman Kalpana Kaltrina Kaltum Kaltun Kamal Kamala Kamar Kamaran Kambiz Kamela
Kamelia Kamer Kamil Kamila Kamile Kamilia Kamilla Kamiran Kamonwan Kamran Kamrul Kamyar Kanaan Kanan Kanchana Kanda
Kane Kang Kani Kanika Kanita Kaniz Kanjana Kanlaya Kannika Kanokporn Kanokwan Kanwal Kanya Kanyarat Kaori Kaoutar Kara
Karam Karan Karar Karas Kardo Kareem Karel Karem Karianne Karima Karimeh Karine Karishma Karita Karl-Alfred
Karl-Anders Karl-Anton Karl-Arne Karl-Axel Karl-Bertil Karl-Einar Karl-Emil Karl-Eric Karl-Evert Karl-Fredrik
Karl-Gerhard Karl-Gunnar Karl-Gustaf Karl-Gustav Karl-Göran Karl-Gösta Karl-Heinz Karl-Henrik Karl-Henry Karl-Inge
Karl-Ivar Karl-Lennart Karl-Magnus Karl-Martin Karl-Mikael Karl-Olof Karl-Olov Karl-Oscar Karl-Oskar Karl-Otto
Karl-Ove Karl-Peter Karl-Petter Karl-Robert Karl-Åke Karla Karlis Karlo Karlos Karna Karo Karol Karola Karoliina
Karoline Karolis Karoly Karrar Karri Karsten Karthik Karthikeyan Karuna Karwan Karzan Kasandra Kasem Kashan Kashif
Kasim Kaspar Kaspars Kaspian Kasra Kassandra Kassem Kassim Kastriot Kata Katalin Katalina Katariina Katayon Katayoun
Kate Katelyn Katerina Kateryna Katharine Kathe Katherin Katherina Katherine Kathinka Kathleen Kathrin Kathrina
Kathrine Kathryn Kathy Kati Katia Katica Katie Katina Katinka Katla Katri Katriina Katrina Katrine Katrín Katsiaryna
Katti Kattis Katty Katy Katya Kauko Kausar Kaushik Kaveh Kavin Kavita Kavitha Kavya Kawa Kawan Kawar Kawkab Kawsar
Kawtar Kawthar Kawther Kay Kaya Kayden Kayhan Kayla Kaylee Kayleigh Kaylie Kaylin Kayra Kayvan Kazem Kazhal Kazi Kazim
Kazimiera Kazimierz Kbrom Ke Kean Keanu Kebba Kebron Kedija Kedir Kee Keerthi Kefah Kehinde Kei Keijo Keiko Keila
Keira Keisha Keit Keith Keivan Keld Kelian Kelima Kell Kelli Kellie Kelly Kelsey Kelvin Kelwin Kemal Kemo Kenan Kenana
Kenda Kendal Kendra Keneth Kenji Kenn Kennedy Kennert Kennerth Kenni Kennie Kent-Arne Kent-Erik Kent-Göran Kent-Inge
Kent-Olof Kent-Olov Kent-Ove Kent-Åke Kenza Kenzie Kenzo Keon Kerem Keren Keria Kerim Kerime Kerlos Kerry Kersti
Kerttu Kesete Kesorn Kestutis Keth Keti Ketil Kettil Ketty Keven Kevork Kevser Kewin Keyan Keyhan Keyla Keyse Keyvan
Keziban Khaalid Khabat Khac Khadar Khadeeja Khadeja Khader Khadidja Khadiga Khadijah Khadije Khadijeh Khadijo Khadim
Khadra Khadro Khai Khairi Khalaf Khalat Khaldon Khaldoon Khaldoun Khaleda Khaleel Khalida Khalidah Khalif Khalifa
Khalil Khamis Khanda Khanem Khanh Khanittha Khansa Khansaa Khaoula Khashayar Khatera Khatereh Khatoon Khatoun Khattab
Khawar Khawla Khawlah Kheder Kheira Khetam Khin Khitam Khloe Khloud Khloé Khodadad Khodor Khodr Kholod Kholoud
Khongorzul Khorshid Khoshaba Khosro Khosrow Khouloud Khrystyna Khulan Khulood Khuloud Khurram Khuslen Ki Kia Kiaan
Kiam Kiana Kiara Kiarash Kibra Kibreab Kibrom Kickan Kicki Kickie Kidane Kidist Kidus Kielo Kien Kiera Kieran Kieron
Kiet Kieu Kifah Kifle Kiflom Kiin Kiira Kiki Kikki Kilian Killian Kima Kimberley Kimberlie Kimberly Kimeta Kimete Kimi
Kimia Kimiya Kimmie Kimmo Kimmy Kimona Kimya Kina Kinan Kinana Kine Kinga Kingsley Kingston Kinna Kinora Kinsi Kinza
Kiomars Kion Kira Kiran Kire Kiriaki Kiriakos Kiril Kirill Kirk Kirollos Kiros Kirsi Kirsi-Marja Kirsten Kirsti
Kirstin Kirstine Kirsty Kirubel Kisanet Kishore Kitti Kittisak Kittiya Kiyan Kjartan Kjeld Kjell-Arne Kjell-Eric
Kjell-Erik Kjell-Gunnar Kjell-Göran Kjell-Inge Kjell-Olof Kjell-Olov Kjell-Ove Kjersti Kjerstin Kjetil Kjäll Klaas
Klaes Klajdi Klary Klas-Erik Klas-Göran Klas-Håkan Klas-Åke Klaudia Klaudija Klaudiusz Klaus Klaus-Dieter Klaus-Peter
Klea Klemens Kleo Kleopatra Klodian Klára Knox Knud Kochar Koen Kofi Kokob Komal Konny Konrad Konstantia Konstantin
Konstantina Konstantinia Konstantinos Korab Koray Kornel Kornelia Kornelija Korosh Kosai Kosar Kosmas Kosovare
Kostadin Kostas Kostiantyn Kotryna Kourosh Kovan Kowsar Krasimir Krenar Krenare Kreshnik Kresimir Krikor Krish Krishna
Krista Kristaps Kristel Kristi Kristiana Kristiina Kristijan Kristine Kristjan Kristo Kristof Kristopher Kristupas
Kristy Kristín Kristóf Krisztian Krisztina Krisztián Kritsana Krunoslav Krystian Krystyna Ksanet Ksawery Ksenia
Kseniia Ksenija Kseniya Kuba Kubilay Kubra Kubrom Kudus Kujtim Kuldeep Kuldip Kulwinder Kumar Kumba Kumrije Kun Kunal
Kuno Kurdistan Kurdo Kurt-Erik Kurt-Göran Kurt-Inge Kurt-Lennart Kurt-Ove Kurt-Åke Kurth Kusai Kusay Kushtrim Kusuma
Kutaiba Kuzey Kwame Kwestan Kwok Kyan Kyaw Kyle Kylian Kylie Kyllikki Kyoko Kyra Kyriaki Kyriakos Kyrillos Kyösti
Károly Kärsti Kärstin Käte Käth Käthe Käthie Käthy Kåge Kübra Laban Labib Labinot Lacramioara Laddawan Ladislav
Laetitia Lage Lahcen Lahdo Lahja Lai Laia Laial Laian Laiba Laijla Lailoma Laima Laimonas Laina Laine Lais Laith Lajla
Lajos Laki Lakshmi Lal Lala Lale Laleh Lali Lalita Lalla Lalo Lamai Lamar Lamduan Lamees Lamek Lamia Lamiaa Lamiek
Lamija Lamin Lamine Lamis Lamita Lamprini Lampros Lamya Lamyaa Lamyai Lan Lancelot Landon Lang Lani Lania Lanja Lanna
Lano Lanya Larbi Lare Lareen Larin Larisa Larissa Larry Lars-Anders Lars-Arne Lars-Axel Lars-Bertil Lars-Börje
Lars-Christer Lars-Einar Lars-Eric Lars-Evert Lars-Fredrik Lars-Gustaf Lars-Gustav Lars-Gösta Lars-Henrik Lars-Hugo
Lars-Håkan Lars-Inge Lars-Ingemar Lars-Ingvar Lars-Ivan Lars-Ivar Lars-Johan Lars-Jörgen Lars-Magnus Lars-Martin
Lars-Mikael Lars-Ola Lars-Olle Lars-Olov Lars-Otto Lars-Ove Lars-Owe Lars-Peder Lars-Peter Lars-Roger Lars-Roland
Lars-Rune Lars-Tommy Lars-Uno Lars-Yngve Larsa Larysa Larz Las Laslo Lassi Laszlo Latif Latifa Latifah Latife Latifeh
Laure Lauren Laurence Laurens Laurent Laurentiu Laureta Lauri Laurice Laurie Lauris Lauritz Laurynas Lautaro Lavan
Lavand Lavanya Lavdim Lave Lavina Lavinia Lawan Lawand Lawen Lawi Lawin Lawrence Laxmi Laya Layal Layali Layan Layana
Layla Laylo Layth Lazar Lazaros Lazo Leana Leander Leandra Leandro Leandros LeAnna Leanne Leart Learta Lech Ledion
Ledri Leea Leela Leeloo Leen Leevi Lehat Lehna Leiah Leida Leidy Leif-Arne Leif-Erik Leif-Göran Leif-Åke Leigh Leija
Leilani Leili Leine Leith Lejf Lela Lelas Lelle Lema Leman Lemar Lembit Lemlem Lemmy Lemonie Lempi Lena-Britt
Lena-Karin Lena-Mari Lena-Maria Lena-Marie Lenah Lenda Lendita Lene Leni Lenita Lenitha Lenka Lenke Lenn Lennarth
Lenni Lennie Lennon Lennox Lenny Lenore Lenuta Leokadia Leonarda Leone Leonel Leonell Leonella Leonhard Leoni Leonid
Leonida Leonidas Leonie Leonis Leonit Leonita Leonor Leonora Leonore Leontin Leontina Leontine Leopold Leopoldo Leora
Leotrim Lepa Leposava Leroy Lesia Lesley Leslie Lesly Lester Leszek Letebrhan Letekidan Leticia Letizia Leutrim Levan
Levent Levente Levin Levina Levis Levon Lewan Lewi Lewin Lewis Lex Lexi Lexie Lexus Leya Leyah Leyan Leylo Lezan León
Lia Liah Liana Liane Liang Lianna Lianne Liaqat Liara Lias Liaz Libaan Liban Libin Licia Lidia Lidija Lidiya Lidya
Liene Liesel Lieselotte Ligia Ligita Lihua Liibaan Liiban Liina Liis Liisa Liisi Lija Lijana Lijun Lil Lilaf Lilas
Lilav Lili Lili-Ann Lilia Liliana Liliane Liliann Lilianna Lilianne Lilibeth Lilie Liliia Lilija Lilit Lilith Liliya
Liljana Lill Lill-Britt Lill-Marie Lillan Lille-Mor Lilleba Lillebil Lillebill Lillebror Lillemo Lillevi Lilli
Lilli-Ann Lilli-Anne Lillian Lilliann Lillianne Lillie Lillis Lillith Lillvor Lilly-Ann Lilo Lilou Lily-Rose Lilya
Lilyan Lilyana Lima Limar Lina-Maria Lina-Marie Linah Linas Lincoln Linda-Mari Linda-Maria Linda-Marie Lindah Linde
Lindha Lindis Lindita Lindsay Lindsey Lindy Linea Linelle Linette Ling Linh Linna Linnie Linnèa Linné Lino Linton
Linuz Linéa Lio Liona Lionel Lionell Lior Liora Lioubov Lioudmila Liping Liridon Liridona Lirije Lirim Lis Lis-Beth
Lis-Britt Lis-Mari Lis-Marie Lisa-Maria Lisa-Marie Lisabet Lisabeth Lisandro Lisbritt Lise Lise-Marie Lisel Lisen
Liseth Lisett Lisette Liss Lissette Lissi Lissie Lisskulla Lissy Lithea Liu Liubov Liudmila Liudmyla Livija Livio
Liviu Liw Liwa Liwia Liya Liyan Liyana Liz Liz-Marie Lizan Lizbeth Lize Lizelott Lizelotte Lizen Lizeth Lizett Lizette
Lizz Lizzi Lizzie Lizzy Ljerka Ljilja Ljiljana Ljuba Ljuban Ljubica Ljubinka Ljubisa Ljubo Ljubomir Ljubov Ljudmila
Ljupco Lkhagvasuren Lloyd Loa Loah Loai Loay Lobna Loe Loella Logan Loghman Loi Loic Lois Loisa Loise Lojain Loka Loki
Lokman Lola Lolia Lolita Lollo Lolo Loma Lona London Loni Lonnie Lonny Loo Loqman Lora Loran Lorand Lorans Loredana
Loreen Loren Lorena Lorens Lorent Lorents Lorentz Lorenz Lorenza Lorenzo Loresa Loreta Loreto Loretta Lori Lorian
Lorik Lorin Lorina Lorine Loris Lorita Lorna Lorraine Lory Lotfi Lothar Lotte Lotti Lottie Lotty Lou Louai Louay
Loubna Louella Louice Louis Louisa Louise-Marie Louisé Louiza Louize Loujain Loukas Loulou Louna Lourdes Louvisa
Lova-Li Lovali Lovalie Lovelia Lovi Lovie Lovin Lovina Loviza Lowa Lowelia Lowis Lowisa Loyd Loïc Lu Luai Luan Luana
Luay Luba Lubna Lubomir Luc Luca Lucaz Luchia Lucia Lucian Luciana Luciano Lucica Lucie Lucien Lucija Lucila Lucille
Lucinda Lucine Lucio Lucius Lucja Lucjan Lucy Lucyna Ludde Ludmila Ludmilla Ludovic Ludvik Ludwik Luigi Luisa Luise
Luiz Luiza Lujain Lujin Luka Lukaz Luke Lukman Lul Lula Lule Lulia Luljeta Luljete Lulu Lulya Lulzim Luma Lumi
Luminita Lumnije Lumturije Luong Luqmaan Luqman Lusine Lutfi Lutz Luul Luwam Luz Luzia Luís Lwam Ly Lya Lyan Lyana
Lycke Lykka Lykke-Li Lyn Lynda Lynette Lynn Lyon Lyubov Lyudmila Lyudmyla Lyyli László Lärke Lærke Léa Léo Léon Léonie
Maahir Maaida Maaike Maamoun Maan Maaret Maarit Maarja Maarten Maaz Mabel Mabelle Mac Macarena Maciej Mackenzie
Madalena Madalina Madara Madde Maddox Madelaine Madelein Madelen Madelené Madeliene Madelin Madeline Madeléine Madelén
Madeléne Madhu Madhuri Madi Madicken Madiha Madina Madino Madis Madison Madjid Madleen Madleine Madlen Madlene Madlin
Madona Mae Maedeh Maekele Mael Maen Maeve Mafalda Magali Magaly Magbule Magd Magda Magda-Lena Magdalene Magdalini
Magdi Magdolna Magdy Maged Maggan Maggi Maggie Magid Magna Magnar Magne Magnhild Magni Magomed Mah Maha Mahabad Mahad
Maham Mahamad Mahamat Mahamed Mahammad Mahammed Mahamoud Mahamud Mahamuud Mahan Mahari Mahasen Mahbobeh Mahboobeh
Mahboubeh Mahbub Mahbuba Mahdia Mahdieh Mahdiya Mahdy Maheen Maher Mahesh Mahfuza Mahi Mahin Mahir Mahira Mahla Mahlet
Mahlin Mahmmod Mahmod Mahmood Mahmud Mahmuda Mahmut Mahnaz Mahnoor Mahran Mahsa Mahshid Mahsum Mahta Mahtab Mahvash
Mahya Mahyar Mai Mai-Britt Mai-Lis Maia Maiada Maiar Maida Maido Maie Maija Maija-Leena Maija-Liisa Maiju Maik Maike
Maikel Maiken Maila Maili Mailis Maily Maimouna Maimuna Maina Maine Mainy Maira Maire Mairi Mairon Mais Maisa Maisaa
Maisam Maisha Maisie Maison Maisoun Mait Maite Maith Maitham Maivi Maivor Maiwand Maj-Gret Maj-Gull Maj-Gun Maj-Inger
Maj-Len Maj-Lena Maj-Lise Maj-Liss Maj-Louise Maja-Lena Maja-Lisa Maja-Stina Majbrit Majbritt Majd Majda Majdi Majed
Majeda Majeed Majid Majida Majja Majkel Majli Majlinda Majlis Majly Majna Majne Majny Majron Majsan Majt Majvi Majvy
Mak Makbule Makda Makfire Maki Makka Mako Makram Maks Maksim Maksims Maksym Maksymilian Malaak Malai Malaika Malaka
Malakeh Malalai Malaz Malcolm Malcom Malee Malek Maleka Malena Malene Mali Malia Malick Maliha Malihe Maliheh Malik
Malika Malina Malinda Malinee Malini Malisa Maliwan Malk Malka Malki Malkolm Malla Mallak Malle Mallika Malou Malthe
Malve Malvin Malvina Malwa Malwina Malyun Mam Mamadou Mamdouh Mame Mamie Mamoun Mamuka Manaal Manaf Manahil Manan
Manasa Manda Mandana Mandeep Mandeq Mandi Mandus Mandy Manee Maneerat Manel Maneli Manessa Manh Manha Manhal Mani
Manijeh Manilla Manisa Manish Manisha Manizha Manja Manjit Manne Mano Manochehr Manoj Manon Manouchehr Manpreet
Mansoor Mansor Mansour Mansoureh Mansur Mantas Manu Manuela Manya Maqdis Mara Marah Maral Maram Maranata Marat Marc
Marcela Marcelina Marcelino Marcell Marcella Marcelle Marcello Marcelo Marcia Marcio Marcos Marcuz Mardin Maream
Mareike Mareks Marem Maren Maret Marga Margad Margaret Margarete Margareth Margarethe Margarida Margaux Margherita
Margie Margita Margith Margitha Margitta Margo Margona Margoth Margret Margrete Margreth Margrethe Margrit Margrét
Marguerite Marguerithe Margurite Margus Mari-Ann Mari-Anne Mari-Helen Mari-Louis Mari-Louise Maria-Elena Maria-Helena
Maria-Magdalena Maria-Pia Maria-Therese Mariah Mariama Marian Mariane Marianela Marianna Mariano Marianthi Maribel
Maribell Maribelle Marica Marice Maricel Maricka Marie-Ann Marie-Anne Marie-Charlotte Marie-Christine Marie-Helen
Marie-Helene Marie-Louice Marie-Luise Marie-Therese Marie-Therése Marieanne Marieke Mariel Mariela Mariell Mariella
Marielouise Mariem Marieta Mariett Marietta Mariette Marigona Mariia Mariitta Marijan Marijana Marijke Marijo Marike
Mariko Marilena Marilene Marilou Marilyn Marim Marinel Marinela Marinella Marinett Marinette Marinka Marinko Marino
Marinus Marioara Mariola Marion Marios Maris Marisa Marisol Marissa Marite Marites Marith Maritha Maritta Maritza
Marius Mariusz Marivic Mariwan Mariya Mariyam Mariyana Mariza Marié Marja-Leena Marja-Lena Marja-Liisa Marja-Riitta
Marja-Terttu Marjaana Marjam Marjan Marjana Marjatta Marje Marjo Marjo-Riitta Marjorie Marju Marjukka Marjut Markas
Markel Marketta Markos Markuss Marla Marleen Marleine Marlen Marlena Marlené Marley Marlie Marlies Marlon Marly Marlén
Marléne Maro Maroa Marouane Maroun Marre Marsel Marte Martha Marthe Marthin Marthina Martijn Martine Martino Martinus
Marton Martta Martti Martyn Martyna Martynas Maruf Marva Marven Marvin Marwaan Marwah Marwan Marwin Marwo Mary-Ann
Mary-Anne Marya Maryama Maryamo Maryan Maryana Maryann Maryanne Maryem Maryia Maryna Marzanna Marzena Marzenna Marzia
Marzie Marzieh Marziyeh María Masa Masah Masako Mascud Mascuud Masha Mashal Masih Masis Maslah Masod Masoma Masome
Masomeh Masood Masooda Masooma Masoomeh Masoud Masouma Masoumeh Massara Massi Massimiliano Massimo Massoud Masud
Masuma Masumeh Matarr Matay Matea Matei Matej Mateja Mateo Mateus Mateusz Mathea Matheus Mathew Mathieu Mathilde
Mathis Maths Mathéo Mati Matias Matija Matilde Matin Matina Matiss Matiwos Mato Mats-Arne Mats-Erik Mats-Göran
Mats-Inge Mats-Ola Mats-Olof Mats-Olov Mats-Ove Mats-Åke Matteus Mattheo Mattheus Matthew Matthieu Matthijs Mattia
Mattin Mattis Matyas Matylda Matz Matéo Maude Mauno Maura Maureen Mauri Maurice Mauricio Maurits Mauritz Maurizio
Mauro Mavis Mawada Mawj Maxamed Maxemilian Maxime Maximiliam Maximiliano Maximilien Maximilliam Maximillian Maximo
Maximus Maxine Maxwell Maxx May-Britt May-Lis May-Louise Mayada Mayan Mayank Mayar Mayas Maybritt Maykel Mayla Maymun
Maymuna Mayra Mays Maysa Maysaa Maysam Mayson Maysoon Maysoun Mayssa Maytham Mayumi Mayura Mayuree Mayvi Mayvor
Mayyadah Mazdak Mazen Mazhar Maziar Mazin Mazlum Maël Mea Meaza Mebrahtom Mebrahtu Mebrat Mebrhit Mecide Mecit Medea
Medhane Medhanie Medhat Medhin Mediha Medin Medina Medine Medya Mee Meena Meenakshi Meera Meerab Meeri Megan Megha
Meghan Megi Megumi Mehari Mehmed Mehmedalija Meho Mehrab Mehran Mehrangiz Mehrdad Mehreen Mehreme Mehret Mehri Mehrnaz
Mehrnoosh Mehrnoush Mehrzad Mehtap Mehwish Mei Meia Meija Meike Meimi Meira Meis Meisam Meit Mejra Mejrema Mejreme
Mejt Mekdes Mekke Mekonen Mekonnen Mekseb Mel Mela Melad Melaher Melak Melake Melani Melania Melanija Melany Melat
Melba Melda Meldin Melek Melenie Meles Melia Melica Melicia Melih Meliha Melihate Melik Melika Melike Melin Meline
Melis Melisa Melita Meliza Melizza Melke Melki Mella Mellanie Mellie Mellwin Melly Melodie Melonie Meltem Melva
Melvina Memet Memphis Menal Menekse Meng Mengstab Menka Menna Mensur Mensura Meral Mercedes Mercedez Merdan Meredith
Merel Merete Merethe Merfat Mergim Mergime Merhawi Merhawit Meri Meriam Merida Meriem Merih Merike Merim Merima Merin
Merina Meris Merisa Merita Merith Meriton Merja Merjam Merjem Merle Merlin Merlinda Merna Meron Mersad Mersida Mersiha
Mersija Mersudin Mert Mertsi Mervan Mervat Merve Mervi Merwa Merwan Mery Meryam Meryem Meseret Mesfin Meskerem Messi
Mesud Mesude Mesut Metehan Metha Metin Metodija Metta Mette Mevla Mevlida Mevlide Mevlude Mevludin Mevlüt Mewael Meya
Meyar Meyra Meysam Mhamad Mhamed Mher Mhret Mhretab Mia-Maria Mian Miao Miar Mibrak Micah Micha Michaele Michail
Michalina Michalis Michaéla Micheal Michela Michele Micheline Michell Michella Michellé Michiel Michiko Michél Michéle
Michélle Mick Mickael Mickaela Micke Mickel Micki Micky Mico Midas Midhad Midhat Midia Mido Midori Midya Mie
Mieczyslaw Mielat Migena Migle Miguel Mihael Mihaela Mihai Mihail Mihailo Mihajlo Mihaly Mihane Mihkel Miho Mihret
Mihreteab Mihriban Mihrije Miia Miika Miikka Miilo Miina Mija Mijo Mikaella Mikail Mikal Mikel Mikela Mikhael Mikhail
Miki Mikias Mikkel Mikko Miklos Miklós Miko Mikolaj Milada Miladin Milagros Milaim Milana Milanda Milanka Milas
Milazim Mildred Mildrid Milea Mileah Milena Milenka Milenko Mileon Mileva Miley Mili Milia Miliam Milica Milijan
Milijana Milina Milinko Milio Milion Milivoj Milivoje Milja Miljan Miljana Milka Milkias Milkiyas Milko Milkyas Millan
Millaray Mille Milli Milliam Millian Millicent Millie Millis Milly Milomir Milon Milorad Milos Milosz Milot Milou
Milovan Milthon Miltiadis Milutin Milva Milvi Miléa Mim Mimer Mimi Mimmie Mimoza Minah Minahil Minal Minas Minda
Mindaugas Mindie Mindra Mindy Minea Minel Minela Minell Minella Minelle Minerva Minette Ming Mingus Minh Minha Minire
Minja Minka Minnah Minnea Minni Minnie Minnéa Mino Minoo Minou Mintra Minya Minéa Mioara Miodrag Mion Miquel Mir
Mirabel Mirabell Mirabelle Mirac Miradije Mirah Mirai Miral Miralem Miran Miray Mircea Mireia Mireille Mirel Mirela
Mirell Mirella Mirelle Mireya Mirha Miri Mirian Mirjami Mirjana Mirjeta Mirka Mirko Mirlinda Mirna Mirnes Mirnesa Miro
Miroljub Miron Miroslav Miroslava Miroslaw Miroslawa Mirre Mirsad Mirsada Mirta Mirtha Miruna Mirva Mirvat Mirvet
Mirveta Mirvete Mirwais Miryam Mirza Mirzet Mirzeta Misa Misael Misbah Mischa Misel Misgana Misha Misheel Mishel Miski
Miso Mita Mitar Mitchell Mithat Mitko Mitra Mitzi Miya Miyase Mizan Mizgin Mjd Mladen Mladenka Moa-Li Moaaz Moad Moah
Moamel Moana Moataz Moayad Moayed Moaz Mobarak Mobin Mobina Modar Modestas Modou Moe Moein Moez Mofid Mofida Mogens
Mogos Moh Mohab Mohadeseh Mohaimen Mohamd Mohamed-Amin Mohamedamin Mohammadali Mohammadhossein Mohammadreza Mohammd
Mohamoud Mohamud Mohan Mohanad Mohand Mohaned Mohannad Mohanned Mohd Moheb Mohi Mohib Mohit Mohmad Mohmed Mohmmad
Mohsen Mohsin Mohtaram Moira Moise Moises Moiz Mojdeh Mojgan Mojtaba Mokhles Mokhtar Moktar Molham Molle Molli Moltas
Momcilo Momen Momin Momina Momir Momo Momodou Momtaz Mona-Britt Mona-Lena Mona-Lill Mona-Lis Mona-Lisa Monalisa Moncef
Moneer Moni Monia Monicka Moniqa Monique Monir Monira Monireh Monna Montaha Montaser Montserrat Monzer Moosa Morad
Morena Morgane Morgen Morhaf Moris Moritz Morris Morsal Mortada Mortaza Morten Morteza Morvarid Mosa Mosab Mose Moses
Moshtaba Moska Moslem Mostapha Motasem Motaz Mouad Mouafak Mouayad Mouaz Mouhamad Mouhamed Mouhammad Mouhammed
Mouhanad Moulay Moumen Mouna Mounia Mounir Mounira Mourad Mouris Mousa Moussa Moustafa Moustapha Moutaz Movitz Mowlid
Mozhdeh Mozhgan Msgana Mst Muaad Muaaz Muad Muamer Muamera Muammer Muataz Muath Muayad Muaz Mubarak Mubarik Mubashar
Mubashir Mubera Mubina Mucaad Mudar Mudasir Mudassar Mufid Muhamad Muhamed Muhamet Muhammed Muhammet Muhanad Muhannad
Muhanned Muharem Muharema Muharrem Muhedin Muhiba Muhidin Muhittin Muhsen Muhsin Muhubo Muhudin Mujesira Mujo Mujtaba
Mukaddes Mukda Mukesh Mukhtar Muktar Mulham Mulki Mulla Mulu Mulubrhan Mulue Mulugeta Mumin Mumtas Mumtaz Munaf
Munasar Munawar Muneeb Muneer Muneera Munevera Munib Muniba Muniir Muniira Munir Munira Muniro Munkhjargal Muno
Muntadher Muntaha Muntas Muntasir Muntaz Munther Munzer Muoi Muqtar Murhaf Muriel Muris Murisa Mursal Murtada Murtadha
Murtaza Murteza Musa Musaab Musab Muscab Mushtaaq Mushtaba Mushtak Mushtaq Musie Muska Muskan Musli Muslim Muslima
Mussa Musse Mussie Mustaf Mustafe Mustaffa Mustapha Mustaqim Mutasem Mutasim Mutaz Muthana Muthanna Muwahib Muzafer
Muzaffar Muzaffer Muzamil Muzhgan Muzit Mwafak Mya Mykhailo Mykola Mylene Myriam Myrna Myrtel Myrthel Myrvete Myumyun
Mária Márk Márton Máté Märet Märit Märith Märtha Månz Mélanie Mónika Münevver Müslüm Müzeyyen Na Naba Nabaa Nabaz
Nabeel Nabel Nabi Nabih Nabiha Nabil Nabila Naciye Nadar Nadeem Nadeen Nadejda Nader Nadera Nadereh Nadezda Nadezhda
Nadi Nadica Nadifa Nadifo Nadiia Nadija Nadim Nadima Nadin Nadina Nadine Nadira Nadire Nadiya Nadra Nadwa Nadya
Nadzija Naeem Naeema Naeim Nael Naela Naem Naema Naemi Nafi Nafija Nafije Nafisa Nafiseh Nafiso Naga Nagah Nagam Nagat
Nagham Naghmeh Nagi Nagib Nagwa Nahal Nahed Naheda Naheed Naher Nahid Nahida Nahir Nahla Nahlah Nahom Nahrain Nahren
Nahrin Nahuel Naia Naida Naiem Naif Naila Naile Naim Naime Naimi Naimo Naimy Naina Naiomi Naira Naiyana Naja Najah
Najat Najeeb Najeeba Najem Najet Naji Najia Najib Najiba Najibeh Najibullah Najiib Najila Najim Najla Najlaa Najm
Najma Najmeh Najmo Najoua Najwa Nala Nalan Nali Nalin Nam Namam Naman Namat Nameer Namfon Nami Namik Namir Namka Namo
Nan Nana Nanda Nandi Nandini Nandor Nanette Nani Nanna Nanne Nanni Nannie Nansi Nansy Naod Naoko Naomie Naoual
Napaporn Napoleon Nara Naramsin Narcis Narcisa Nardin Nardos Nare Naree Nareen Narek Nareman Narendra Naresh Narges
Nargis Nargiz Nargiza Nariman Narin Narinder Narine Narjes Narjis Narmeen Narmin Nart Naruemon Narumon Naseem Naseer
Naser Nashad Nashat Nashmil Nashwa Nashwan Nasib Nasiba Nasiha Nasik Nasim Nasima Nasimeh Nasir Nasira Naska Nasma
Nasr Nasra Nasrat Nasratullah Nasreen Nasri Nasriin Nasrin Nasro Nasrollah Nasrudin Nasrullah Nassar Nasser Nassim
Nassima Nassir Nassrin Nastaran Nasteeho Nasteha Nasteho Nasuf Natacha Natali Nataliia Natalija Natalin Nataliya
Natalié Natalja Natallia Nataly Natalya Natan Natanael Nataniel Natasa Natascha Natasha Natasja Natasza Natcha Nate
Nathali Nathalia Nathalié Nathaly Nathan Nathanael Nathaniel Natheo Natia Natividad Natnael Natnicha Natsinet Natsnet
Nattaya Natthaphon Natthawut Naveed Naveen Navid Navin Navruz Navya Naw Nawaal Nawaf Nawal Nawar Nawfal Nawid Nawras
Nawres Nawroz Nawzad Naxhije Naya Nayab Nayef Nayel Nayeli Nayereh Nayla Naz Naza Nazan Nazanin Nazar Nazdar Nazek
Nazem Nazer Nazha Nazi Nazia Nazif Nazifa Nazife Nazih Naziha Nazik Nazila Nazim Nazir Nazira Nazire Nazish Nazli
Nazlije Nazma Nazmi Nazmija Nazmije Nazmiye Nazo Nazrawi Nazret Nazrul Nderim Ndey Ndeye Nea Neah Neal Neamat Nebahat
Nebal Nebi Nebiat Nebil Nebojsa Nebras Nebyat Necati Necla Necmettin Neculai Neda Nedaa Nedal Nedeljka Nedeljko Nedim
Nedime Nedzad Nedzat Nedzib Neel Neela Neelam Neema Neeraj Nefeli Negar Negash Negasi Negin Neha Nehad Nehal Nehat
Nehir Neil Neila Neima Neira Nejah Nejat Nejla Nejma Nejra Nela Nele Neli Nelia Nelida Nelion Nelix Nell Nella Nelle
Nelli Nelson Nelu Nema Nemanja Nemat Nematollah Nematullah Nemer Nemi Nemo Nena Nenad Nene Neneh Nenita Nenne Neoh
Nerea Nergis Nergiz Nerijus Neriman Neringa Nerma Nermana Nermeen Nermin Nermina Nermine Nero Nertila Nerxhivane Nese
Nesibe Nesim Neslihan Nesma Nesredin Nesreen Nesren Nesrin Nesrine Nessrin Nestor Neta Netsanet Nettan Nette Neva
Neveen Neven Nevena Nevenka Neville Nevin Nevresa Nevzat Nevzeta Nexhat Nexhmedin Nexhmije Neyla Nezahat Nezar Nezha
Nezir Nezira Nga Ngan Ngoc Ngsti Nguyen Nguyet Nhan Nhat Nhi Nhu Nhung Niall Niam Niamh Niat Niaz Nibal Nibras Nic
Nicci Nicco Nichlas Nichole Nicke Nicki Nickie Nicko Nickolas Nickolina Nicky Nico Nicodemus Nicol Nicola Nicolaas
Nicolae Nicolai Nicolaj Nicolaos Nicolaus Nicoleta Nicoletta Nicolette Nicolina Nicoline Nicolle Nicolás Nicolé
Niculina Nicusor Nida Nidaa Nidal Nidhal Nidhi Nidia Niels Nigar Nigel Nighat Nigina Nigisti Nigora Nihaal Nihad
Nihada Nihal Niharika Nihat Niila Niilas Niilo Niina Nijaz Nijazi Nik Nika Nikan Nikhil Niki Nikica Nikita Nikkie
Nikko Niko Nikodem Nikodemus Nikol Nikolai Nikolaj Nikolajs Nikolaos Nikolas Nikolaus Nikolay Nikolce Nikole Nikoleta
Nikolett Nikoletta Nikolija Nikolina Nikoline Nikoloz Nikos Nila Nilab Nilas Nilay Nilda Nilesh Nilgün Nilia Nilla
Nille Nilo Nilofar Niloofar Niloufar Nils-Anders Nils-Arne Nils-Bertil Nils-Emil Nils-Eric Nils-Erik Nils-Gunnar
Nils-Gustaf Nils-Gustav Nils-Göran Nils-Gösta Nils-Henrik Nils-Håkan Nils-Inge Nils-Ingvar Nils-Ivar Nils-Johan
Nils-Magnus Nils-Ola Nils-Olof Nils-Olov Nils-Ove Nils-Peter Nils-Petter Nils-Åke Nilufar Nilüfer Nim Nima Niman Nimco
Nimet Nimo Nimra Nimrod Ninawa Ninel Ninette Ning Nini Ninib Ninmar Ninna Ninni Ninnie Nino Ninorta Ninos Ninva Ninve
Ninwa Ninya Nipa Nipaporn Nira Niran Niranjan Nirmal Nirmala Nirmin Nisa Nisar Nisha Nishan Nishant Nishat Nishtiman
Nisreen Nisrin Nisrine Nissan Nisse Nisveta Nitaya Nithin Nitin Nittaya Niusha Niva Niveen Nives Nivin Niwar Nixon
Niyat Niyaz Niyazi Nizam Nizar Njomza Noak Noam Noar Nobar Noe Noela Noelia Noell Noella Noelle Noemi Nofa Noh Noha
Nohad Noi Nojus Nola Noman Nomi Nomie Nomin Nona Nonglak Nongnuch Nongnut Nongyao Nooh Noomie Noora Nooralhuda Noorhan
Noori Nooria Noorullah Nooshin Norah Noran Norbert Nordin Nore Norea Noreen Norhan Nori Noria Norik Noriko Norma
Norman Normunds Norton Nosheen Noshin Nosrat Nouh Nouha Nouhad Noura Nouraldin Nouran Noureddin Noureddine Nourhan
Nouri Noushin Nova-Lee Nova-Li Nova-Lie Novah Novak Novalee Novali Novelia Novica Novin Nowa Nowalie Nox Noé Noél
Noélle Noémi Noémie Noël Noëlle Nsrin Nuh Nuha Nuhi Numan Nuno Nur Nura Nuradin Nuran Nuray Nurcan Nurdan Nurdin Nure
Nuredin Nurettin Nurgül Nurhan Nuri Nuria Nurija Nurije Nuriya Nuriye Nuro Nursel Nursen Nurten Nurto Nuru Nurul
Nurullah Nury Nusaiba Nusrat Nusret Nusreta Nuur Nuura Nyat Nyima Nåmi Nóra Oana Oanh Obada Obai Obaid Obaida Obay
Obeida Obinna Octavia Octavian Octavio Oda Odai Oday Oddbjörn Oddny Oddvar Odelia Odessa Odeta Odette Odile Odin
Odisho Odysseas Ofelia Ognjen Oguz Oguzhan Oi Oili Oiva Okan Oksana Oktay Olaf Olafur Olav Olavi Olcay Ole Oleg Olegs
Oleh Oleksandr Oleksandra Oleksii Oleksiy Olena Olesia Olesya Olgica Olha Olimpia Olina Oline Olivera Olivier Olivér
Oliwia Oliwier Olla Olli Ollie Olliver Olliwer Olly Olsi Olti Olympia Omaima Omair Omayma Omed Omer Omid Omnia Omran
Ona Onanong Ondrej Onel Onerva Onni Onur Oona Ophelia Orapin Oras Orasa Orathai Orawan Orestis Orhan Oriana Orion Orla
Orlando Ornela Ornella Ornina Orshina Orsolya Orvar Orvo Orvokki Orwa Osama Osamah Osborn Oskari Oskars Osmo Ossama
Ossi Ossie Ostoja Osvald Osvaldo Oswald Oswaldo Othilia Othman Otilia Otis Otman Ottar Ottilia Oula Oumaima Oumar
Oumie Ourania Ousainou Ousama Ousman Ousmane Oussama Outi Ovidijus Ovidiu Owais Owen Oxana Oya Oyunchimeg Ozan Ozra
Ozzian Ozzy Paavo Pablo Padma Paiman Pajtim Pakhshan Pakiza Pakize Palina Pallavi Palle Paloma Palwasha Panadda
Panagiota Panagiotis Pandora Panida Paniz Pankaj Panos Pantea Pantelis Paola Paolina Paolo Paramjit Paraskevi Parasto
Parastoo Parastou Pardis Parham Pari Paria Parichat Parinaz Parinya Paris Parisa Parivash Parmida Parmis Parsa Parth
Parthena Parul Parvaneh Parveen Parvin Parviz Parwana Parween Parwin Parwiz Parya Pasa Pascale Paschalis Pasi Pasquale
Patcharee Patcharin Patrice Patrich Patricija Patricio Patrizia Patrycja Patryk Pattama Pau Paul-Erik Paulette Pauli
Pauliina Paulin Paulius Paulo Paulos Paulus Pavan Pavel Pavels Pavla Pavle Pavlina Pavlo Pavlos Pavo Pawan Paweena
Pawlos Pax Payam Payman Pece Peco Pedram Pedro Peeter Pegah Peggie Peggy Pehr Pei Peiman Pejman Pela Pelin Pell Pella
Penelope Pennie Pentti Peo Pepe Pepita Peppe Per-Allan Per-Axel Per-Christer Per-Emil Per-Eric Per-Evert Per-Fredrik
Per-Gunnar Per-Gustaf Per-Gustav Per-Göran Per-Gösta Per-Henrik Per-Håkan Per-Inge Per-Ingvar Per-Ivan Per-Ivar
Per-Johan Per-Jonas Per-Lennart Per-Magnus Per-Martin Per-Mikael Per-Ole Per-Olle Per-Olow Per-Oskar Per-Otto Per-Ove
Per-Owe Per-Ragnar Per-Rune Per-Uno Per-Yngve Percy Peri Perica Perihan Perla Pernille Pero Perparim Perry Pers Persa
Pertti Pervin Perwin Peshraw Peteris Pether Pethra Petr Petras Petre Petrea Petrica Petrit Petro Petronela Petronella
Petros Petru Petrus Petteri Petya Peyman Pezhman Pham Phan Phat Phatcharin Phelix Pher Phi Phia Philemon Philipe
Philipp Philippa Philippe Philippos Phillip Phillipe Philomena Phong Phra Phu Phuc Phung Phuoc Phuong Pia-Lena
Pia-Lotta Pia-Maria Pia-Marie Pian Piere Piero Pierré Pieter Pietro Piia Pijus Pille Pim Pinelopi Pippi Piret
Pirjo-Liisa Pirjo-Riitta Pirkko Pirkko-Liisa Piroska Piroz Piter Pixi Piyawan Piérre Plamen Platon Po Poja Pola Polin
Polina Polly Polyxeni Pom Ponthus Pontuz Pooja Poonam Pooya Pornthip Porntip Poul Pouria Pouya Pouyan Povel Povilas
Poya Poyan Pradeep Prakash Pramod Pranav Pranee Pranom Pranvera Prapai Prapaporn Prasad Prasanna Prashant Prashanth
Pratik Praveen Preben Predrag Preeti Prem Priit Primus Prisca Priscila Priscilla Priya Priyanka Prodromos Przemyslaw
Pui Puja Pushpa Putte Py Pähr Päivi Päivikki Pär-Anders Pär-Arne Pär-Eric Pär-Erik Pär-Johan Pär-Ola Pär-Olof Pär-Olov
Pär-Åke Pärnilla Påhl Pål Péter Pétur Qaali Qadar Qader Qadir Qadra Qadro Qahtan Qais Qaisar Qaiser Qali Qalid Qamar
Qamil Qamile Qasem Qasim Qassim Qays Qazim Qendresa Qendrim Qerim Qi Qian Qiang Qin Qing Qiong Quan Quang Qudratullah
Qudsia Quentin Qui Quincy Quinn Quintus Quoc Qurban Qusai Qusay Qutaiba Quy Quyen Quynh Qvintus Raad Raafat Raakel
Raba Rabaa Rabab Rabah Rabbe Rabea Rabee Rabi Rabia Rabiaa Rabie Rabih Rabiha Rabija Rabije Rabin Raby Racha Rachael
Racheal Rached Rachel Rachelle Rachid Rachida Rade Radek Radenko Radha Radhika Radi Radia Radica Radin Radisa Radislav
Radivoje Radmila Radojka Radomir Radosav Radoslav Radoslaw Radovan Radu Radwan Rae Raed Raeda Raeed Raei Rafa Rafaela
Rafaella Rafah Rafail Rafal Rafat Rafed Rafel Rafet Raffaele Raffaella Raffi Rafi Rafia Rafid Rafif Rafik Rafiq
Rafiullah Ragad Ragda Raghad Raghd Raghda Raghdaa Ragheb Raghed Ragheed Ragip Ragna Ragne Ragnheidur Ragni Ragnvald
Ragnvi Ragny Raha Rahaf Rahand Rahat Raheel Raheem Rahel Rahela Raheleh Rahf Rahil Rahila Rahim Rahima Rahime Rahma
Rahmah Rahman Rahmat Rahmatollah Rahmatullah Rahmo Raho Rahul Rahwa Rai Raian Raida Raied Raif Raihan Raihana Raila
Raili Raimo Raimond Raimonda Raimondas Raimonds Raimundas Raina Raine Rainer Raino Raisa Raissa Raivo Raiyan Raj Rajaa
Rajab Rajan Rajana Rajeev Rajendra Rajesh Raji Rajib Rajinder Rajiv Rajka Rajko Rajmonda Rajna Raju Rakan Rakel Rakesh
Rakia Ralfs Raluca Ramadan Raman Ramatoulie Ramazan Rame Rameen Ramesh Ramez Ramia Ramiar Ramil Ramin Ramina Raminta
Ramiro Ramiz Ramiza Ramize Ramlo Ramo Ramon Ramona Ramses Ramtin Ramunas Ramune Ramy Ramya Ramyar Ramzan Ramzi Ramzia
Ramzy Randi Raneem Raneen Ranem Rangin Rani Raniah Ranim Ranin Ranj Ranja Ranjit Ranjith Ranko Ranna Rannveig Rano
Rany Ranya Raouf Raoul Raphael Raphaela Raphaël Raqiya Raquel Rasan Rasema Rasha Rashad Rashed Rasheed Rashid Rashida
Rashmi Rashwan Rasid Rasim Rasima Rasit Rasma Rasmia Rasmuz Rasol Rasool Rasoul Rassmus Rasti Rasul Ratana Ratchanee
Rateb Ratka Ratko Ratomir Ratree Ratsamee Rattana Rattanaporn Rauf Rauha Raul Rauli Rauni Rauno Ravi Ravinder Ravshan
Rawa Rawaa Rawad Rawah Rawan Rawand Rawaz Rawda Rawia Raya Rayaan Rayana Rayane Rayen Rayhan Rayhana Raymon Raymond
Rayna Rayyan Raz Raza Razak Razan Razaw Razia Razieh Razija Raziya Raziye Raziyeh Razmik Razmus Razmuz Razvan Raúl
Rebar Rebaz Rebeca Rebeka Rebekah Rebekka Reber Rebin Rebwar Recep Redar Redha Redon Redouane Redwan Redzep Redzo Reem
Reema Reena Reet Reeta Reetta Refaat Refat Refija Refik Refika Regat Reginald Regine Reham Rehan Rehana Rehema Rei
Reid Reidar Reidun Reihaneh Reija Reijo Reima Reimer Reimond Reina Reinaldo Reiner Reinert Reinhard Reinhold Reino
Rejan Rejhan Rejin Reka Rekan Rekar Rekha Rema Reman Remas Remco Remi Remigijus Remigiusz Remo Remon Remus Remy Remzi
Remzija Remzije Remziye Renad Renan Renata Renatas Renate Renato Renaz Rene Renee Reneé Rengin Renita Renja Renu
Renuka Renzo Renáta René Resad Resat Reshad Reshat Reshma Resit Resmije Resul Retag Retaj Retal Reuben Reuf Rewan Rex
Rexhep Rey Reyad Reyan Reyansh Reyhan Reyhane Reyhaneh Reyna Reynaldo Rezan Rezarta Rezene Rezgar Rezija Rezvan
Rhiannon Rhoda Rhys Ria Riad Riadh Riam Rian Riana Rianna Rianne Riaz Ribal Ricard Ricardas Ricardo Riccard Riccardo
Richa Richie Rickhard Ricki Rickie Ricky Rico Ridha Ridvan Ridwaan Ridwan Rie Rifat Rifet Riffat Rigat Rihab Riham
Rihan Rihana Rihanna Rihards Riikka Riina Riitta-Liisa Rijad Rikardo Rikhard Rikke Riku Riley Rilind Rima Riman
Rimantas Rimas Rimaz Rimon Rimoun Rimvydas Rina Rinad Rinaldo Rinas Rinat Rinesa Ringo Rino Rinor Rio Rion Riona
Rishan Rishi Risto Ritag Ritaj Rital Ritha Ritta Ritu Ritva-Liisa Ritwa Rivan Riwer Riya Riyaan Riyad Riyadh Riyam
Riyan Riza Rizah Rizan Rizgar Rizvan Rizwan Rizwana Roaa Roald Roba Robabeh Robar Robban Robbie Robbin Robby Robel
Rober Roberta Robertas Roberth Robertino Roberts Robiel Robil Robina Robine Robinson Roble Robyn Rocco Rochelle Rocio
Roda Rodan Rodas Roddy Roderick Rodhe Rodi Rodica Rodin Rodina Rodney Rodny Rodolfo Rodrigo Rody Roel Roelof Rogelio
Rogert Roghayeh Roghieh Roham Rohan Rohat Rohey Rohin Rohina Rohini Rohit Rohith Roholla Rohollah Rohullah Roine Roj
Roja Rojan Rojda Rojhat Rojin Rojne Rokaia Rokan Rokas Rokaya Rokia Roko Roksana Rola Rolan Rolandas Rolando Rolands
Rolf-Erik Roma Romain Romana Romano Romario Romas Romel Romeo Romi Romina Romuald Romualda Romy Ron Rona Ronahi Ronak
Ronald Ronaldo Ronan Ronas Rong Roni Ronia Ronney Ronni Rony Ronya Ronza Rooda Roosa Roozbeh Roqaya Roqia Rory
Ros-Mari Ros-Marie Rosa-Lill Rosalba Rosali Rosalia Rosalie Rosalin Rosalina Rosalind Rosalinda Rosaline Rosana
Rosangela Rosanna Rosanne Rosario Rose-Mari Rosel Roseline Rosella Roselyn Rosemari RoseMarie Roshan Roshanak Roshin
Roshna Roshni Rosi Rosie Rosina Rosine Rositha Rosmari Rosmarie Rosol Ross Rossana Rostam Rostislav Roswitha Roua
Rouaa Rouba Roudi Rouhollah Roul Roula Rounak Rouzbeh Rowaida Rowan Rowda Rowena Roxana Roxane Roxanna Roxanne Roxy
Roya Royna Royne Roz Roza Rozalia Rozalija Rozalin Rozan Rozana Rozanna Rozbeh Rozelin Rozerin Rozhan Rozhin Rozi
Rozin Rozina Rozita Rrahim Rrezarta Rron Ru Rua Ruaa Ruba Rubab Rubi Rubina Rubén Ruchi Rudaina Rudi Rudina Rudolf
Rudolph Rudy Rufael Rufat Rufta Ruftana Rufus Ruha Ruhollah Rui Rukaia Rukaya Ruken Rukhsana Rukhsar Rukia Rukija
Rukije Rukiya Rukiye Rula Ruman Rumana Rumeysa Rumi Runak Runar Rungnapa Rungnapha Runo Rupert Ruqaya Ruqayah Ruqia
Ruqiya Ruqiyo Rurik Ruslan Ruslana Rusmir Russel Russell Russom Rustam Rustan Rustem Rusul Rutger Ruun Ruwaida Ruwayda
Ruweida Ruweyda Ruxandra Ruza Ruzanna Ruzhdi Ruzica Ryad Ryan Ryno Ryszard Rytis Rzgar Réka Rémi Rémy Róbert Rüdiger
Rümeysa Rüya Saabir Saad Saada Saadaq Saadat Saadet Saadi Saadia Saaid Saam Saana Saanvi Saara Saba Sabaa Sabah
Sabahat Sabahate Sabaheta Sabahudin Saban Sabarin Sabedin Sabeeha Sabela Sabera Sabiha Sabile Sabin Sabine Sabir
Sabira Sabiriin Sabirin Sabit Sabo Sabra Sabreen Sabri Sabria Sabrie Sabriin Sabrija Sabrije Sabrin Sabrina Sabrine
Sabriya Sabriye Sacdiya Sacdiyo Sacha Sacharias Sachiko Sachin Sacir Sackarias Sada Sadaf Sadam Sadan Sadaq Sadat
Saddam Sadegh Sadek Sadeq Sadet Sadeta Sadete Sadi Sadia Sadie Sadija Sadije Sadik Sadika Sadin Sadina Sadio Sadiq
Sadir Sadiya Sadiye Sadiyo Sado Sadok Sadra Sadri Saeb Saed Saeda Saeed Saeeda Saeedeh Saeid Saeideh Saer Safa Safaa
Safar Safdar Safet Safeta Safete Saffa Safi Safia Safieh Safija Safin Safina Safio Safira Safiullah Safiya Safiye
Safiyo Safwan Safwat Saga-Li Sagal Sagar Saghar Saha Sahadete Sahal Sahana Sahand Sahara Saheb Sahel Saher Sahera
Sahil Sahin Sahira Sahit Sahle Sahra Sahro Sai Saida Saide Saideh Saidi Saido Saidy Saied Saif Saifon Saiful Saifullah
Saiid Saija Saikou Saila Saim Saima Saime Saimi Saimir Saimon Saina Sainab Sainabou Sainey Saini Saira Sairan Sait
Saja Sajad Sajda Sajed Sajeda Sajid Sajida Sajidah Sajjad Sajma Sajra Sakar Sakari Sakaria Sakarias Sakarie Sakariya
Sakariye Sakhi Sakib Sakina Sakine Sakineh Sako Saku Sakura Sala Salado Salah Salaheddin Salam Salama Saleban Saleem
Saleh Saleha Salem Salha Sali Saliba Saliem Salih Saliha Salim Salima Salimeh Salina Salko Salla Salli Sallie Salmaan
Salman Salme Salmo Salome Salomon Salomé Saloua Salsabil Salvador Salvatore Salwa Salwan Saly Sama Samaa Samaan Samad
Samah Samaher Samai Samal Saman Samaneh Samanta Samantha Samar Samara Samatar Samed Sameer Sameera Sameerah Sameh
Samera Samet Samia Samie Samiel Samih Samiha Samiir Samiira Samija Samim Samin Samina Samire Samiro Samiullah Samiya
Samka Sammar Sammi Sammie Sammy Samniang Samo Samorn Samra Samran Samrawit Samsam Samsom Samson Samuele Samuli Samvel
Samy Samya Samyar San Sana Sanaa Sanad Sanae Sanam Sanan Sanar Sanaria Sanarya Sanaz Sanda Sandeep Sandhya Sandi
Sandie Sandip Sandis Sandor Sandrella Sandrine Sandro Sanel Sanela Sanella Sangar Sangeeta Sangeetha Sangwan Sanharib
Sani Sania Sanija Sanije Sanin Sanita Saniya Saniye Sanja Sanjana Sanjar Sanjay Sanjeev Sanjin Sanna-Mari Sanna-Maria
Sannah Sanne Sanni Sannie Sanny Santa Sante Santhosh Santi Santiago Santino Santos Santosh Sanya Saoud Saowalak
Saowanee Saphira Sapna Saqib Sara-Lena Sara-Lisa Sara-Maria Saraa Sarab Saran Saranda Saranya Sarath Sarawut Sarbast
Sardar Sare Saredo Sareh Sarfraz Sargis Sargon Sarha Sarhad Sarhang Saria Sarika Sarin Sarina Sarita Sarkawt Sarkis
Sarmad Sarmed Saro Saroj Sarolta Saron Sarra Sarunas Sarvar Sarwar Sarwat Sarya Sasa Sasan Sascha Sasha Sasho
Sasithorn Saskia Saso Sassa Satar Sathish Sati Satish Sattar Satu Satya Sau Saud Saul Saule Sauli Saulius Saurabh
Sausan Sava Savan Savas Savio Savita Savka Savo Savvas Sawda Sawitree Sawsan Saya Sayan Sayda Sayed Sayeda Sayf Sayid
Saymon Saynab Sayran Sayyed Sazan Scarlett Scilla Scott Sead Seada Seamus Sean Seare Seb Seba Sebahat Sebahate
Sebasthian Sebastiaan Sebastiano Sebastien Sebastijan Sebastián Sebaztian Sebiha Sebina Seble Seda Sedat Sedef Sedighe
Sedigheh Sedin Sedina Sediqa Sedra Sedrah Seema Sefa Sefedin Sefer Sefik Sefika Sefora Segen Segundo Seham Seher
Seherzada Sehmus Sehrish Seid Seida Seidi Seif Seim Seinab Seiran Sejad Sejdi Sejla Sekou Selah Selahattin Selam
Selamawit Selami Selcuk Selda Selemawit Selen Selena Selene Selihom Selim Selima Selime Selin Selina Seline Selman
Selmir Selva Selvana Selver Selvete Selvi Selvije Selwa Selwan Sem Sema Semere Semhar Semih Semiha Semin Semina Semir
Semira Semire Semra Semret Semsa Semsi Semso Semsudin Semun Senad Senada Senai Senait Senay Senayt Sened Senem Sengül
Senida Senija Senita Senja Senka Senol Sepehr Sepideh Seppo Serafim Serafina Seraj Serap Serbest Sercan Serdal Serdar
Seren Serena Sergei Sergej Sergejs Sergey Sergii Sergio Sergiu Sergiy Serguei Serhan Serhat Serhii Serhiy Serif Serifa
Serife Serin Serina Serine Serkan Sermed Seror Serpil Servan Servet Servete Serwan Sesen Seta Setara Setare Setareh
Setayesh Seung Seval Sevala Sevan Sevara Sevcan Sevda Sevdija Sevdije Seve Seved Severin Severina Sevgi Sevil Sevilay
Sevim Sevin Sevinc Sevinch Sevinj Sevket Sevval Sewa Sewar Seweryn Sewit Seyde Seydi Seyed Seyedeh Seyhan Seyhmus
Seyit Seyma Seynab Seyran Seyyed Sezai Sezar Sezen Sezer Sezgin Sha Shaaban Shaam Shaban Shabana Shabbir Shabir
Shabnam Shada Shadan Shadha Shadi Shadia Shadiya Shafi Shafici Shafik Shafika Shafiq Shafiqa Shaghayegh Shagufta Shaha
Shahab Shahad Shahbaz Shahd Shahed Shaheen Shaheer Shahen Shaher Shahid Shahida Shahin Shahir Shahla Shahnaz Shaho
Shahram Shahrazad Shahriar Shahrokh Shahryar Shahrzad Shahzad Shaida Shaila Shailesh Shaima Shaimaa Shaip Shaista
Shakar Shakeel Shakhawan Shakib Shakiba Shakila Shakir Shakira Shalaw Shalini Shalom Shama Shamal Shamel Shamil
Shamila Shamim Shamima Shamiram Shamiran Shamis Shamoun Shamsa Shamsi Shamso Shan Shana Shanaz Shane Shang Shani
Shania Shankar Shannon Shano Shanshan Shant Shanti Shanya Shaqir Shara Sharaf Sharam Sharan Sharareh Sharbel Sharif
Sharifa Sharifeh Sharifo Sharmaarke Sharmake Sharmarke Sharmila Sharmin Sharo Sharon Shashank Shashi Shatha Shaun
Shaurya Shawbo Shawkat Shawn Shayan Shayma Shaymaa Shaza Shazad Shazia Sheela Sheena Sheetal Shefaa Shefki Shefkije
Shefqet Shehab Shehed Shehide Sheida Sheila Sheima Shekiba Shelan Shelby Shelley Shelly Shemsedin Shemsi Shemsije Shen
Shene Sheng Shenouda Sher Sheraz Sherbel Shereen Sheren Sherif Sherife Sherin Sherko Shermin Shervin Sherwan Sheryl
Sherzad Shevan Shewit Sheyda Sheyma Shi Shiar Shiba Shideh Shifa Shihab Shikha Shila Shilan Shiler Shilpa Shima Shimaa
Shinda Shino Shir Shiraz Shireen Shirin Shirley Shirwan Shirzad Shishay Shiva Shivam Shivan Shivani Shiyar Shkar
Shkelqim Shkelzen Shkodran Shkurta Shkurte Shler Shna Shno Shoaib Shohreh Shokhan Shokoufeh Shokri Shokria Sholeh
Shorash Shoresh Shorsh Shpejtim Shpend Shpetim Shpresa Shqipe Shqiponja Shreya Shreyas Shruti Shu Shuai Shuaib Shuang
Shuayb Shubham Shugri Shukhrat Shukri Shukria Shukrije Shumaila Shuo Shurooq Shushan Shvan Shwan Shweta Shyam Shyhrete
Si Siam Siamak Siamand Sian Siarhei Siavash Siavosh Siba Sibel Sibela Sibell Sibelle Sibylla Sibylle Sickan Sidar
Siddharth Sidi Sidika Sidney Sidona Sidra Sidrah Sidsel Siegfried Sieglinde Siem Sienna Sievert Siew Sif Sifa
Sig-Britt Sigbrit Sigbritt Sigfrid Sigita Sigitas Sigmund Signhild Signild Signy Sigridur Sigrun Sigsten Sigun Sigurd
Sigurdur Sigyn Sihaam Siham Sihem Siim Siiri Silan Silin Silina Silja Silje Silva Silvana Silvano Silvester Silvi
Silvija Silvio Silviu Silviya Sima Siman Simas Simav Sime Simel Simen Simeon Simin Simo Simona Simonas Simoné Simran
Simret Simson Simón Sinan Sindi Sindra Sindre Sindri Sindy Sinead Sinem Sini Sinikka Sinisa Sinit Sinnika Siobhan Sion
Sipan Siqi Siraad Sirad Siraj Sirak Siran Sireen Sirilak Sirin Sirine Siriporn Sirirat Siriwan Sirje Sirkka
Sirkka-Liisa Sirkku Sirous Sirvan Sirwa Sirwan Sisay Sisko Sissa Sissel Sissela Sissi Sita Siti Sitti Siu Siv-Britt
Siv-Inger Siva Sivan Sivar Sivbritt Sive Siver Sivert Sivi Siw Siwar Siwert Siyar Siyuan Sizar Sjoerd Sjunne Skander
Skender Skilla Skye Sladan Sladana Sladjan Sladjana Slavica Slavisa Slavka Slavko Slavoljub Slawomir Sleiman Sleman
Slobodan Slobodanka Smail Smajil Smajo Smedra Smilja Smiljana Smret Sneha Snezana Snezhana Snjezana Snöfrid Soaad Soad
Sobhan Sobhi Sobia Sodabeh Soe Sofhia Sofhie Sofian Sofiane Sofiia Sofija Sofije Sofiya Sofus Sofya Sofyan Sofía
Soghra Soha Sohad Sohaib Sohail Sohaila Soham Soheil Soheila Sohel Soher Soheyla Sohil Sohila Sohrab Soile Soili
Sointu Sokol Sokratis Sol-Britt Solaf Solaiman Solange Solav Solbjörg Solbritt Soledad Soleiman Solfrid Solgerd Solgun
Solgärd Soliana Soliman Solin Solina Soliyana Solmaz Solomon Solomun Solongo Soltan Solvei Solvej Solvejg Solvieg
Solweig Solyana Soma Somaia Somar Somaya Somaye Somayeh Sombat Somboon Somchai Somchit Somia Somjai Somjit Sommai
Sompong Somporn Somsri Sonali Sonam Sondos Sondre Sone Soner Songul Songül Sonila Sonita Soniya Sonni Sonnie Sony
Sonya Soo Sopha Sophi Sora Soraia Soraja Soran Soraya Soren Sorin Sorina Soror Sorosh Soroush Sosan Sotiria Sotirios
Souad Soubhi Soudabeh Soufian Soufiane Souha Souhad Souhaila Souheil Soukaina Souleymane Soumaya Soumia Soumya Sourav
Souraya Sousan Souzan Sowda Soz Sozan Sozdar Spencer Spiridon Spiro Spiros Spomenka Spyridon Srdan Srdjan Srecko Sree
Sreten Sri Sridhar Srikanth Srinivas Srinivasa Sriram Srwa Stacey Stacy Stamatia Stana Stanimir Stanislav Stanislava
Stanislaw Stanislawa Stanka Stanko Stanley Stasys Stavro Stavros Stavroula Steen Stefana Stefani Stefania Stefanie
Stefanija Stefano Stefanos Stefany Steffan Steffanie Steffen Steffi Stefhan Stefica Stefka Stefán Steinar Steinunn
Stelian Stelios Sten-Erik Sten-Gunnar Sten-Göran Sten-Inge Sten-Olof Sten-Olov Sten-Ove Sten-Sture Sten-Åke Stepan
Stephan Stephane Stephani Stephany Stephen Stergios Stevan Steve Steven Stevo Stewart Stewe Stian Stieg Stig-Arne
Stig-Erik Stig-Göran Stig-Lennart Stig-Olof Stig-Olov Stig-Ove Stig-Åke Stigbjörn Stilianos Stine Stipe Stipo Stiven
Stjepan Stojan Stojanka Stoyan Strahinja Stuart Styliani Stylianos Styrbjörn Ståle Stéphane Stéphanie Su Suaad Suad
Suada Suado Suat Subeer Suber Subha Subhan Subhi Subhia Subhija Sucdi Suchada Suda Sudais Sudarat Sudaysi Sude Sudha
Sudi Sudjai Suela Sufian Sufyan Sughra Suha Suhad Suhaib Suhail Suhaila Suhailah Suhair Suham Suhayb Suhayla Suheb
Suheib Suheil Suheila Suheir Suhel Suher Suheyb Suheyla Suhra Suhur Sui Sujata Sujatha Suk Sukaina Sukanya Sukhwinder
Sulaf Sulaiman Sulayman Sule Suleiman Sulejman Sulekha Suleman Suleyman Suliman Suljo Sulo Sumaia Sumaira Sumaiya
Sumalee Suman Sumaya Sumayah Sumayo Sumeja Sumeya Sumia Sumit Suna Sunan Sunantha Suncica Sunday Sundos Sundus Sunee
Sunil Sunisa Sunita Sunitha Sunna Sunniva Suoma Supannee Supansa Supaporn Supattra Supawadee Suphaphon Suphaporn
Suphattra Supranee Supriya Surafel Surafiel Suraj Suraya Sureerat Suren Suresh Sureya Suri Surinder Suriya Surya
Susana Susannah Susanné Sushma Susi Susie Sussan Sussane Sussanne Sussi Sussie Suvad Suvada Suvi Suwan Suwanna
Suwannee Suzan Suzana Suzane Suzann Suzanna Suzette Suzi Suzie Suzy Svanhild Svein Sven-Anders Sven-Arne Sven-Axel
Sven-Bertil Sven-Eric Sven-Evert Sven-Gunnar Sven-Göran Sven-Gösta Sven-Håkan Sven-Inge Sven-Ingvar Sven-Ivar
Sven-Johan Sven-Ola Sven-Olle Sven-Olov Sven-Ove Svend Svenja Svenne Sverker Sverre Sverrir Svetislav Svetla Svetoslav
Svetozar Sviatlana Svitlana Svjetlana Swapna Swapnil Swathi Swati Swea Swen Sweta Swetha Sybille Sydney Syed Syeda
Sylejman Sylva Sylvain Sylvana Sylve Sylvester Sylvi Sylvie Sylwester Sylwia Synne Synnöve Synöve Syrene Szabolcs
Szczepan Szilard Szilvia Szymon Sándor Sára Sébastien Sölve Sölvi Søren Süheyla Sükran Sükriye Sükrü Süleyman Sümeyra
Sümeyye Süreyya Taavi Taban Tabarak Tabarek Tabark Tabasum Tabea Tabita Tabitha Tadas Tadese Tadesse Tadeusz Tadija
Taem Taghi Taghreed Taghrid Tagrid Taha Tahani Tahar Taher Tahera Tahere Tahereh Tahir Tahira Tahire Tahmina Tahmineh
Tahseen Tahsin Tai Taib Taiba Taibe Taif Taija Taim Taima Taimi Taina Taisir Taisto Taito Taj Tajra Takwa Talah Talal
Taleb Taleen Talha Talia Taliah Talib Talin Talita Talitha Talla Talya Tamam Taman Tamana Tamanna Tamar Tamarah Tamas
Tamila Tamim Tamina Tamir Tamlin Tammam Tammy Tamás Tanaporn Taner Tania Tannaz Tanveer Tanvi Tanvir Tanya Tao Taoufik
Tapani Tapio Taqi Tara Tarana Taraneh Taras Tarek Tareq Tarik Tariq Tarkan Tarmo Taru Tarun Tarza Taslima Tasneem
Tasnem Tasniim Tasnim Tatevik Tatjana Tatsiana Tatu Tatyana Taulant Tauno Tautvydas Tavga Tawan Tawfik Tawfiq Tayeb
Tayebeh Tayfun Taylan Taylor Taym Tayseer Taysir Tayyaba Teame Tedd Teddi Teddie Teddy Tedh Tedros Teemu Tefik Teija
Teijo Teim Teja Tejas Tekeste Tekie Tekin Tekla Tekle Tekleab Teklit Teklu Tella Tellervo Telma Temesgen Temesghen
Temur Temuujin Temuulen Tenho Tenuun Teodora Teoman Teona Teppo Terence Teres Teresia Teresita Teresé Terez Tereza
Tereze Terezia Terezija Tergel Terhas Terhi Terho Terje Terno Tero Terttu Terés Terése Tesfahiwet Tesfai Tesfaldet
Tesfalem Tesfamariam Tesfamichael Tesfay Tesfaye Tesfit Tesfom Tesfu Tesla Tesnim Tess Tessa Tessie Tessy Tetiana
Tetyana Teus Teuta Teuvo Tevfik Tewelde Tewodros Tex Texas Teya Tezz Thaer Thage Thai Thair Thais Thalia Thamer Thana
Thanaa Thanakorn Thanaphon Thanaporn Thanawat Thang Thanh Thanya Thanyarat Thao Thed Theia Thekla Thelise Thelma
Themistoklis Theocharis Theodora Theodoros Theodorus Theofanis Theofilos Theon Therece Theres Theresa Theresia Theresé
Thereze Therés Therésa Thess Theus Thiago Thias Thibault Thidarat Thien Thierry Thijs Thikra Thilda Thilde Thilia
Thilma Thilo Thim Thimmie Thimmy Thina Thindra Thinh Thitima Thobias Thom Thomasine Thomaz Thommie Thommy Thony
Thor-Björn Thor-Leif Thora Thorbjörn Thord Thordis Thore Thorild Thorkild Thorleif Thorsteinn Thorsten Thorulf
Thorvald Thorwald Thory Thu Thuan Thuc Thule Thuong Thuraya Thure Thuva Thuy Thyra Théa Théo Théodore Thérese Thérèse
Thérése Tiago Tiam Tiana Tiba Tibelia Tibella Tiberiu Tiblets Tibor Tida Tien Tifa Tiffanie Tiffany Tigist Tigisti
Tigran Tigris Tihomir Tiia Tiina Tiit Tiiu Tijan Tijana Tila Tilia Tilla Tillie Tilly Tilma Tilo Timea Timi Timja Timm
Timmi Timmie Timnit Timofei Timon Timor Timoteus Timotheos Timur Tin-Tin Tina-Marie Tingting Tinja Tinna Tino Tintin
Tippawan Tira Tirhas Tiril Titas Tito Titti Titus Tiziana Tmnit Toba Tobbe Tobiasz Tobiaz Toby Tod Todd Todor Toini
Toivo Toka Tola Toleen Tolga Tolin Toma Tomaz Tomi Tomislav Tommaso Tommi Tommie Tomo Tomoko Tomy Tomás Tonie Tonje
Tonni Tonnie Tonny Tooba Toomas Topi Toprak Tor-Björn Tor-Erik Tor-Leif Toran Torben Torborg Tordh Tordis Torgeir
Torgerd Torgil Torhild Tori Toril Torild Torill Torin Torkel Torleif Tormod Torny Torolf Torstein Torulf Torun Torunn
Torvald Toste Totte Toufic Toufik Touma Touran Touria Towa Towe Tracey Tracy Traian Trajan Tran Trang Travis Tresor
Trevor Trhas Tri Trifa Trina Trine Tringa Trinh Trisha Trixie Troels Troj Troja Trolle Trond Trong Trude Trulls Truls
Trulsa Trung Truong Tryggve Trygve Trym Tsega Tsegay Tsegereda Tsehainesh Tsehay Tsehaye Tsgereda Tsige Tsigereda
Tsion Tsvetelina Tsz Tua Tuan Tuana Tudor Tufva Tugba Tugce Tuguldur Tuija Tuire Tuka Tula Tulay Tulin Tullie Tuncay
Tunde Tuomas Tuomo Tuong Tuovi Tuqa Turan Turgay Turgut Turhan Turid Turkan Turki Tushar Tuttan Tuuli Tuulia Tuulikki
Tuva-Li Tuva-Lisa Tuvali Tuvalie TuvaLisa Tuve Tuwa Tuyet Twana Tycho Tyko Tyler Tymon Tymoteusz Tyrone Tyson Tytti
Tyyne Téa Tímea Tönu Tülay Tülin Tülün Tünde Türkan Ubah Ubax Ubbe Uday Udo Uffe Ufuk Ugbaad Ugbad Ugne Ugo Ugur Ula
Ulas Uldis Ulf-Erik Ulf-Göran Ulf-Peter Uliana Ulises Ulla-Bella Ulla-Berit Ulla-Beth Ulla-Birgitta Ulla-Brita
Ulla-Britta Ulla-Carin Ulla-Christina Ulla-Greta Ulla-Kajsa Ulla-Karin Ulla-Kerstin Ulla-Lena Ulla-Lisa Ulla-Maija
Ulla-Maj Ulla-Maria Ulla-Marie Ulla-May Ulla-Märta Ulla-Stina Ullabritt Ullacarin Ulle Ullrika Ulric Ulrich Ulrike
Ulugbek Uma Umair Umar Umayma Umberto Umer Umida Umit Umme Umran Umut Una Undine Unn Unni Urai Uraiwan Urho Urim Urmas
Uros Urpo Ursula Urszula Urte Urve Urwa Usa Usama Usha Usko Usman Uta Uwe Uyanga Uzair Uzeir Uzma Vaclav Vadim Vadym
Vafa Vahe Vahid Vahida Vahide Vahidin Vaia Vaibhav Vaida Vaidas Vaidotas Vaike Vailet Vaino Vaishali Vaishnavi Vaiva
Vajlet Valantina Valbona Valbone Valdas Valdet Valdete Valdis Valdrin Valdy Valencia Valentino Valentyn Valentyna
Valeri Valeria Valerica Valerie Valerii Valeriia Valerij Valerija Valerijs Valerio Valeriu Valeriy Valeriya Valery
Valeska Valfrid Vali Valle Vally Valma Valmir Valmira Valmire Valmy Valon Valte Valther Valton Valtteri Valéria
Valérie Vamsi Vanda Vandana Vanesa Vania Vanna Vanya Vappu Vardan Varga Varin Varja Varpu Varsha Vartan Varun Varvara
Vasa Vasco Vasil Vasile Vasileios Vasilica Vasilije Vasiliki Vasilios Vasilis Vasilisa Vasily Vasko Vaso Vassili
Vassiliki Vassilios Vasti Vasvija Vasyl Vedad Vedat Vedran Vedrana Veena Veera Vegard Vegas Vehbi Vehid Veijo Veikko
Veine Vejne Veli Veli-Matti Veli-Pekka Velibor Velid Velida Velimir Veljko Vello Velma Vendel Vendla Venera Venesa
Venessa Venezia Venkata Venkatesh Venke Venla Venny Venus Verdi Verena Verica Verna Verner Vernes Vernesa Verona
Veronicka Veronique Vesa Vesel Vesela Veselin Vesna Vesta Veysel Veysi Vezira Vezire Viaan Viacheslav Vian Viana
Vibeke Vicente Vicki Vickie Vicktor Vicktoria Vicky Vidas Vidmantas Vidosava Vidya Vienna Vieno Viera Viet Vigan
Vigdis Vignesh Vigo Vihaan Viivi Vija Vijay Vijaya Vikas Vikram Viktoras Viktoriia Viktorija Viktoriya Viktors
Viktoryia Viktória Vildan Vildana Vilfred Vilhelmina Vilho Viliam Vilija Vilius Viljam Viljar Viljo Villemo Villiam
Villy Vilmar Vilme Vilmos Vilson Vilte Vilton Vilya Vimar Vinay Vince Vincenzo Vineta Vinga Vinh Vinicius Vinja Vinko
Vinnie Vinod Vinston Vintra Vinzent Violeta Violette Viona Viorel Viorica Virgil Virginia Virginie Virginija
Virginijus Virpi Virva Virve Vishal Vishnu Visnja Vitali Vitalii Vitalij Vitalija Vitalijs Vitalijus Vitaliy Vitaly
Vito Vitomir Vitor Vittorio Vivaan Vivan Vivek Vivi Vivi-Ann Vivi-Anne Vivian Viviana Viviane Viviann Vivica Vivien
Vivienne Vivika Viyan Vjekoslav Vjolca Vjollca Vjosa Vlad Vlada Vladan Vladica Vladimirs Vladislav Vladislava
Vladislavs Vlado Vladyslav Vlasta Vlastimir Vlatka Vlatko Vlera Vlora Voitto Vojin Vojislav Vojtech Volha Volkan
Volker Volmar Volodymyr Vu Vugar Vuk Vukasin Vukosava Vuokko Vyacheslav Vygantas Vytautas Väinö Våge Véronique Waad
Waclaw Waddah Wadia Wadih Waed Wael Wafa Wafaa Wafi Wagma Wahab Waheed Waheeda Wahib Wahiba Wahid Wahida Wahidullah
Wai Wais Wajd Wajdi Wajih Wajiha Wala Walaa Walat Walde Waldemar Waleed Wali Walle Wallentin Wallis Wally Walther
Waltraud Waltraut Wanda Wandee Wanessa Wania Wanida Wanja Wannee Wanpen Wanphen Wanwisa Waqar Waqas Waraporn Warda
Wardah Warde Warin Waris Warsame Warsan Warunee Warvin Wasan Wasana Waseem Wasem Wasfi Wasif Wasila Wasim Wassana
Wassem Wassim Watsana Wayne Wazhma Wazir Weaam Weam Wedad Wega Wegahta Wehazit Wei Weimar Weine Weini Weiwei Wejdan
Welat Weldeab Weldu Wenche Wendela Wendy Wenjie Wenjing Wenke Wera Werna Werner Weronica Weronika Wesal Wesam Wesley
Wessam Weyni Whilliam Whilma Whitney Wiam Wictor Wictoria Wida Widad Widar Wiebke Wieslaw Wieslawa Wiggo Wijdan Wiking
Wiktor Wiktoria Wilai Wilaiwan Wilawan Wilbur Wilde Wilfred Wilfredo Wilfried Wilgot Wilhelmina Wilhelmus Wiliam Wilja
Wiljam Willa Willard Willem Willemo Willgot Willhelm Willi Williams Willian Willie Williot Willis Willjam Willma
Willmer Wilmar Wilson Wilton Wim Wincent Winfried Winnie Winston Winta Wintana Wintra Wiola Wioleta Wioletta Wipha
Wira Wisal Wisam Wissam Witold Wivan Wiveca Wiveka Wivi Wivi-Ann Wivi-Anne Wivian Wiviann Wivianne Wladimir Wladyslaw
Wladyslawa Wlodzimierz Wojciech Wojtek Wolfgang Wouter Wurood Wynja Wåge Xander Xavier Xenia Xerxes Xhafer Xhavit
Xhelal Xhemajl Xhemile Xhevahire Xhevat Xhevdet Xhevrije Xia Xiang Xiao Xiaodong Xiaofeng Xiaohong Xiaojing Xiaojun
Xiaoli Xiaomei Xiaoming Xiaoyan Xiaoyi Xiaoying Xiaoyu Ximena Xin Xing Xinyi Xinyu Xinyue Xiomara Xiu Xu Xuan Xue Ya
Yaasir Yacine Yacob Yacoub Yacqub Yacquub Yad Yadgar Yadollah Yael Yafet Yafiet Yagmur Yahia Yahya Yahye Yakob Yakoub
Yakub Yakup Yalcin Yalda Yama Yamama Yaman Yamen Yamila Yamin Yamina Yan Yana Yanal Yanan Yanet Yang Yani Yanina
Yanira Yanis Yanisa Yankuba Yann Yannick Yao Yaqub Yar Yara Yaran Yared Yaren Yaroslav Yas Yasaman Yasameen Yasamin
Yasar Yaseen Yasemin Yasen Yaser Yash Yashar Yasir Yasmeen Yasmen Yasmiin Yasmina Yasmine Yasna Yassen Yasser Yassin
Yassine Yassir Yassmin Yauheni Yavuz Yaya Yazan Yazdan Yazen Yazid Yazmine Yazn Yee Yeganeh Yehia Yehya Yekta Yelda
Yelena Yeliz Yelyzaveta Yemane Yenny Yerko Yerusalem Yesenia Yesim Yessica Yeter Yeva Yevhen Yevheniia Yezen Yi Yichen
Yifan Yifei Yigit Yihan Yildirim Yildiz Yilmaz Yiming Yin Ying Yingying Yiran Yirgalem Yiwen Ylber Yll Ylli Yllka
Ylva-li Ylvali Ylwa Ymer Yoana Yodit Yoel Yogesh Yohan Yohana Yohanes Yohanna Yohannes Yoko Yolanda Yolla Yomna Yona
Yonan Yonas Yonatan Yonathan Yones Yong Yonis Yonna Yonus Yoonis Yordan Yordanos Yorkabel Yorsalem Yorusalem Yosan
Yosef Yoseph Yoshi Yoshiko Yosief Yosif Yosra Yossef Yostina Yosuf Youcef Youmna Younan Younas Younes Youness Younis
Younus Yousaf Yousif Yousof Yousra Youssif Youssra Yousuf Yrgalem Yrjö Yrla Yrsa Yu Yuan Yuanyuan Yuchen Yue Yuel Yuen
Yuhan Yujie Yuka Yuki Yukiko Yuko Yuli Yulia Yuliana Yuliia Yuliya Yumi Yumna Yun Yuna Yunes Yunis Yunus Yupa Yupha
Yuphin Yupin Yuqi Yurdagül Yuri Yurii Yuriy Yurub Yury Yusef Yusein Yusif Yusof Yusra Yussef Yussra Yussuf Yusupha
Yusur Yuting Yuusuf Yuwadee Yuxin Yuxuan Yvan Yves Yvette Yvon Yvonn Yvonny Ywonne Yücel Yüksel Zabi Zabih Zabihullah
Zabina Zabiullah Zabrina Zac Zacarias Zach Zacharia Zachariah Zacharias Zachary Zack Zackaria Zackarias Zacke Zade
Zaed Zafar Zafer Zaga Zagorka Zagros Zahara Zahed Zaheer Zaher Zahia Zahid Zahida Zahide Zahir Zahira Zahraa Zahrah
Zahro Zaia Zaid Zaida Zaim Zain Zaina Zaineb Zainulabdeen Zaira Zak Zakarias Zakarie Zakariya Zakariye Zakarya Zaker
Zaki Zakia Zakie Zakieh Zakir Zakiya Zakk Zaklina Zakria Zala Zalina Zam Zaman Zamir Zamira Zamuel Zamzam Zan Zana
Zander Zane Zaneta Zanna Zanyar Zarah Zardasht Zarema Zarghona Zari Zarif Zarifa Zarife Zarin Zarina Zarko Zarmina
Zaur Zaya Zayan Zayd Zayed Zayn Zaynab Zaza Zbigniew Zdenek Zdenka Zdenko Zdravka Zdravko Zdzislaw Zead Zeb Zeba
Zebastian Zebib Zebiba Zebulon Zeen Zeena Zeenat Zeeshan Zehra Zeid Zein Zeina Zeineb Zejna Zejneb Zejnep Zejnepe
Zejnije Zekarias Zeke Zekeriya Zekeriye Zeki Zekija Zekiye Zelal Zelalem Zelda Zeliha Zelimir Zelina Zeline Zeljana
Zeljka Zeljko Zelma Zemen Zemira Zemka Zemzem Zena Zenab Zenaida Zenel Zenita Zenitha Zenobia Zenon Zenta Zeqir Zeray
Zeresenay Zerin Zerina Zerny Zerrin Zeru Zerya Zet Zeth Zewdi Zeyad Zeynab Zeyneb Zeynel Zeynep Zhala Zhanna Zhao Zhe
Zhen Zheng Zhi Zhian Zhila Zhino Zhwan Zi Zia Ziad Zian Ziba Zid Zidan Zidane Zied Zigge Ziggy Zihan Zijad Zijada
Zijadin Zilan Zilha Zilvinas Zimon Zin Zina Zinab Zinah Zinaida Zinajda Zinar Zinat Zindra Zine Zineb Zineta Zinita
Zinka Zion Zirak Zita Zivadinka Zivile Zivka Zivko Zivojin Zivorad Zixten Zixuan Ziya Ziyad Ziyi Zlata Zlatan Zlatka
Zlatko Zoe Zoey Zofia Zofie Zoha Zohaib Zohair Zohal Zoher Zohir Zohra Zohre Zohreh Zoi Zoia Zoie Zoila Zoja Zoltan
Zoltán Zora Zorana Zorica Zorka Zouhair Zouheir Zouhir Zoya Zozan Zoé Zoë Zsanett Zsofia Zsolt Zsuzsanna Zsófia
Zubaida Zubair Zubeir Zuber Zubeyr Zufan Zuhair Zuhal Zuheir Zuher Zuhir Zuhra Zuhur Zulaikha Zulfiqar Zumra Zumreta
Zunaira Zurab Zusanne Zuzan Zuzana Zuzanna Zvezdan Zvezdana Zvonimir Zvonko Zyad Zydrunas Zygimantas Zygmunt Zyrafete
Zöhre Zübeyde Züleyha Ádám Ágnes Ákos Áron Ängla Åge Ågot Åsa-Britt Åsa-Karin Åsa-Lena Åsa-Maria Åsa-Marie Åse-Marie
Åshild Åza Çigdem Élise Émile Éva Ólafur Öivind Öjvind Ömer Önder Östen Öystein Öyvind Özcan Özden Özge Özgül Özgür
Özkan Özlem Öznur Øystein Øyvind Ülkü Ümit Ümmügülsüm Ümran
`;

/** Names that are also a word of Swedish or English, such as "Liv" and "Grace". */
export const givenNamesThatAreWords = `
Abed Aber Ace Adel Adla Age Agnar Ah Aid Akin Al Alar Alban Ale Alen Ales Alfa Alias Aline Alla Allen Ally Almar Alp
Alper Alpha Altan Alvar Amber Ambra Ameer Amen Amino Amir Ammar An Ana Anan Anar Anas Anda Andra Andras Andre Andres
Ange Angel Ani Anis Anka Ansa Ansar Anta Antal Ante Ants April Are Aren Ares Aria Arian Arla Armen Art Arta Arton Ask
Askar Aster Atlas August Aura Ave Aven Avin Awes Aye Azalea Baby Back Baker Baki Balder Balen Balsam Ban Bana Banan
Bara Bart Bas Basil Beauty Bee Bell Belle Ben Benas Bent Berry Berth Beryl Bi Bilan Bile Bilge Bill Billy Bin Bina
Bita Bitten Björk Björnar Blanka Blend Blessing Bo Bob Bobby Bojan Bon Bonde Bonnie Bonny Boo Bore Borna Bozo Brett
Bright Britten Bror Bruk Bruna Buster Cam Can Candy Cane Carol Carry Castor Cayenne Chad Charity Cherry Chi Chin
Christen Cilia Clay Clement Cliff Colleen Cooper Crystal Curt Dado Dag Daga Dahlia Daisy Dala Dale Dana Danar Danka
Davit Dawn De Dean Decibel Derrick Desire Destiny Di Dia Diamant Diamond Diar Dick Diesel Dieter Digna Dika Din Dina
Dirk Diva Divine Do Dolly Don Dona Donat Draga Dua Dung Ea Ebony Ed Edda Eddy Eden Edit Eh El Elda Eldar Elen Else
Elva Em Emir Ena Enar Enas Ene Enes Era Esse Ester Etta Eve Even Ewe Fade Faith Fan Fana Fang Fares Fars Faten Fe
Felicity Feline Ferry Fina Finn Firas Firat Flor Flora Florin Fox Franc Frank Franka Frans Fred Frid Frost Gad Gang
Gay Gen Gena Gene Genesis Gent Gentian German Gift Gill Gilles Ginger Girts Glen Gloria Glory Goda Gol Grace Granit
Grant Grim Gro Gry Gul Gull Gulled Gully Gulnar Gunny Guy Gärd Ha Habil Hagar Hajar Hakan Hakar Hala Hale Hamlet Hamna
Han Hanar Hane Hanen Hang Hanka Hanne Hans Happy Hardy Harem Harpa Hata Hava Hazel He Heather Heaven Hector Hedra Heja
Hela Helga Hemming Henna Hero Hind Hiva Ho Holly Honey Hope Hue Hulda Humla Hung Hunter Husen Hussen Idar Imam Indigo
Inge Inka Innocent Inta Ion Iris Isa Isar Islam Israel Iver Ivy Jack Jade Jama Jarl Jasmin Jasmine Jasper Jawed Jay
Jehad Jerk Jewel Jihad Jo Job Jojo Jolly Jon Josh Joy Ju Jude Jugoslav Juli Julienne Juni Junior Junis Justice Kader
Kaj Kaja Kam Kamel Kameran Kanar Karen Karma Karmen Karolin Ken Key Khan Kid Kin Kinda King Kit Kith Kitt Kitty Kiwi
Knut Kobra Kosta Kris Kristen Källa Kåre Lada Ladan Ladda Lady Lam Lama Lance Lass Lava Lavin Le Lea Lean Leda Lee Lei
Leis Leja Len Lev Lian Lida Lie Lien Liga Lii Lila Lilja Liljan Lilla Lily Lin Line Link Lion Lira Lita Liv Liva Live
Lo Loan Lone Long Lord Lotta Lotten Lotus Lova Love Lovely Lucky Lycka Lyra Ma Madonna Mads Magnolia Maid Maj Major
Maka Mala Mall Mama Man Mana Manar Manas Mane Mania Manna Manuella Mar Mare Margarita Marin Marine Mark Marlin Marry
Mart Marten Martins Marvel Masar Mason Massa Master Matas Mate Matta Matte Matts Max Maxim May Media Meg Meja Melodi
Melody Mena Mentor Mera Mercy Merit Merry Meta Mete Mi Mica Mickey Mike Mila Milan Milda Mile Milen Miles Miller
Million Min Mina Mine Mini Miracle Mire Mo Mons Moon Mor Mu Murad Murat Muse My Mynta Myra Måna Nadir Nail Nalle Nanny
Nay Ned Newton Ni Nia Nian Nick Nil Ninja Nirvana Nita Nobel Noel Nor Norna Nova Nu Ocean Odd Oden Olive Om Owe Pa Pal
Pan Papa Pascal Pasha Pat Patience Paw Peace Pearl Peer Peng Penny Per Petar Phoebe Phoenix Pi Pier Pilar Pinar Ping
Pixie Pol Poppy Praise Precious Prince Princess Prosper Puck Pyret Pärla Queen Rada Rage Raid Rain Raja Ram Rama Ramla
Ran Rand Randa Randy Ranka Rares Rasa Raven Ravin Ray Rea Reda Rehab Rein Rem Rena Renas Renat Reta Reva Revan Rhea
Rick Rida Rika Rim Rimma Riste Rita Riva River Roa Roan Roar Rob Robin Rocky Rod Rode Roger Roman Romans Ros Rosa Rose
Rosemary Rosen Rosette Rosy Rubin Ruby Run Runa Rune Rut Ruta Saber Safir Saga Said Saki Salad Salar Sally Samba Same
Samer Sander Sandy Sang Sari Savanna Savannah Saw Say Scarlet Seedy Semi Sen Sena Senan Sera Serge Set Seven Shad
Shade Shady Shah Shaker Sham Shams Sheikh Sheriff Sherry Shire Sia Siar Sibyl Sid Sida Sierra Signar Sila Silas Silke
Silvan Silver Sin Sina Sine Sira Sky Skyler Slava Slave Slaven Slim Smita Snit So Sol Soli Son Sona Sonata Song Sonny
Star Stein Stela Sten Stern Stig Stoja Storm Success Sue Sultan Sultana Summer Sun Sung Sunny Sura Svala Sylvan Syster
Tala Talar Talat Tam Tamer Tan Tea Tell Terry The Tho Tia Tian Tiara Tias Tiger Tilja Till Tima Tin Tindra Tine Ting
Tinne To Tom Tome Toms Tone Tong Tor Tore Trim Trinity Troy Tu Tuba Tuna Tung Tuss Ty Tyke Tyr Ulv Unna Unto Uran
Urban Urs Ute Vagn Vala Valborg Valda Valde Vale Valentine Valiant Valkyria Van Vana Varg Verka Vesper Veton Vi
Victory Vida Vide Vigor Viking Vilda Vilde Vile Vilja Vilje Ville Vina Vinka Vinter Viola Violet Violett Violetta Vira
Visar Vita Viva Vy Wail Waldo Waled Wan Wanna Ward Warren Wed Wen Wide Will Willow Win Wing Winter Wisdom Wolf Wolfram
Xi Ye Yen You Young Yuk Zed Zen Älva Örn
`;
